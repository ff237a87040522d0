"""The target languages, a package for each, and the contract that they implement."""
