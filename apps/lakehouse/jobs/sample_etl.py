"""Appends a thousand rows to an Iceberg table of the lakehouse catalog."""

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, current_timestamp


def main():
    spark = SparkSession.builder.getOrCreate()
    spark.sql("CREATE NAMESPACE IF NOT EXISTS lakehouse.samples")
    rows = spark.range(1000).select(
        col("id"),
        (col("id") * 2).alias("value"),
        current_timestamp().alias("created_at"),
    )
    rows.writeTo("lakehouse.samples.sample_etl_output").using("iceberg").createOrReplace()
    print(f"wrote {rows.count()} rows")
    spark.stop()


if __name__ == "__main__":
    main()
