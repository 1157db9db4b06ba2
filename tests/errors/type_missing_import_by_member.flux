x = schema.measurements(bucket: "b")
