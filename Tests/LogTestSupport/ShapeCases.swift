/// Small logs of every shape and every rule of framing, each with a trap.
///
/// The fast parser and the reference are run over the same list.
package enum ShapeCases {
  package static var all: [ShapeCase] {
    auth0Deliveries + auth0Events + routes + archives + loggers + nestedLoggers + openTelemetry
      + hosts + headers + lines + values + arrays + carries + brokenCarries + strings + limits
      + codes + texts + times + tenants + users + methods + fieldOptions
  }
}
