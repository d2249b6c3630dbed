import sys

from cdk8s import App, Chart, Size
from cdk8s_plus_28 import Cpu
from cdk8s_spark_platform import (
    ApiServerAddress,
    ClusterCapacity,
    DriverSize,
    Environment,
    Executors,
    ExecutorSize,
    NamespaceBudget,
    PlatformApp,
    SparkApplication,
    SparkMemory,
    SparkOperatorRelease,
    SparkRuntime,
    SparkSource,
)

app = App(outdir=sys.argv[1])

operator = Chart(app, "operator", namespace="spark-operator")
SparkOperatorRelease(operator, "spark-operator", job_namespaces=["spark-jobs"])

props = dict(
    runtime=SparkRuntime.of("3.5.9", image="registry.example/spark:3.5.9"),
    source=SparkSource.jvm(
        jar="local:///opt/spark/examples/jars/spark-examples_2.12-3.5.9.jar",
        main_class="org.apache.spark.examples.SparkPi",
        arguments=["1000"],
    ),
    driver=DriverSize(memory=SparkMemory.heap(Size.gibibytes(1)), cpu=Cpu.millis(500)),
    executor=ExecutorSize(memory=SparkMemory.heap(Size.gibibytes(2))),
    executors=Executors.exactly(2),
    labels={"team": "analytics"},
)
jobs = Chart(app, "jobs", namespace="spark-jobs")
SparkApplication(jobs, "spark-pi", **props)

app.synth()

lakehouse = PlatformApp(name="lakehouse", outdir=f"{sys.argv[1]}/platform")
dev = Environment(
    lakehouse,
    "dev",
    cluster=ClusterCapacity(cpu=Cpu.units(16), memory=Size.gibibytes(64), usable=0.5),
    api_server=ApiServerAddress(cidrs=["192.0.2.10/32"]),
)
budget = NamespaceBudget(cpu=Cpu.units(4), memory=Size.gibibytes(16))
SparkOperatorRelease(dev.unit("spark-operator", namespace="spark-operator", budget=budget), "spark-operator")
SparkApplication(dev.unit("jobs", namespace="spark-jobs", budget=budget), "spark-pi", **props)
lakehouse.synth()
