import Glibc

/// e to the power of `value`.
func exponential(_ value: Double) -> Double { exp(value) }

/// `base` to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// The cosine of an angle in whole turns.
func cosine(turns: Double) -> Double { cos(2 * .pi * turns) }
