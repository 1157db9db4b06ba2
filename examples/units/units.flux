// Conversions of units: a package of one's own, found because its folder is beside the script.
package units

kelvin = (celsius) => celsius + 273.15
miles = (km) => km / 1.609344
