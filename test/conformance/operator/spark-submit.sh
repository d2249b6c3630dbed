#!/bin/sh
# Stands in for spark-submit: keeps the arguments and the pod templates in $RECORD_FOLDER/<namespace of the application>.
# Arguments are separated by NUL, since they may hold anything else.
for argument in "$@"; do
  case "$argument" in
    # the operator's own comes first; sparkConf may name another one later
    spark.kubernetes.namespace=*) namespace=${namespace:-${argument#*=}} ;;
    spark.kubernetes.driver.podTemplateFile=*) driver=${argument#*=} ;;
    spark.kubernetes.executor.podTemplateFile=*) executor=${argument#*=} ;;
  esac
done
folder=$RECORD_FOLDER/$namespace
mkdir -p "$folder"
cp "$driver" "$folder/driver.yaml"
cp "$executor" "$folder/executor.yaml"
printf '%s\0' "$@" > "$folder/arguments"
