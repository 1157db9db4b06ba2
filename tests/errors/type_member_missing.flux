r = {temperature: 20.5, humidity: 40.0}
x = r.temprature
