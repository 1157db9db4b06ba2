// Package planner switches rules of the planner off.
package planner

// disableLogicalRules lists the logical rules that are not applied.
option disableLogicalRules = [""]

// disablePhysicalRules lists the physical rules that are not applied.
option disablePhysicalRules = [""]
