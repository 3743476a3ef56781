import LogModel

extension ShapeCases {
  /// To which tenant a record belongs.
  static let tenants: [ShapeCase] = [
    ShapeCase(
      "tenants in the order of preference",
      #"""
      {"tenant_name":"a","tenant":"b"}
      {"tenant_name":null,"tenant":"b","tenantName":"c"}
      {"tenant":{"x":1},"tenantName":"c","tenant_id":"d"}
      {"tenant_id":"d","tenantId":"e"}
      {"tenantId":"e","labels":{"tenant":"f"}}
      {"labels":{"tenant":"f"},"details":{"enrollment":{"tenant":"g"}}}
      {"details":{"enrollment":{"tenant":"g"},"body":{"tenant":"h"}}}
      {"details":{"body":{"tenant":"h"},"query":{"tenant":"i"}}}
      {"details":{"query":{"tenant":"i"}},"resource":{"labels":{"tenant":"j"}}}
      {"resource.labels.tenant":"j","organization":{"id":"k"}}
      {"organization":{"id":"k"},"p_source_label":"x","hostname":"x.auth0.com"}
      {"tenant_name":"outer","message":"{\"tenantId\":12}"}
      {"Tenant":"x","client":{"tenant":"x"},"tenants":["x"],"environment_name":"x"}
      """#,
      .init(parsed: 13),
      zip(1..., "abcdefghijk").map { .normal(line: $0, tenant: String($1)) }
        + [.normal(line: 12, tenant: "12"), .normal(line: 13)]),
    ShapeCase(
      "the name in a changed tenant counts for that type only",
      #"""
      {"type":"gd_tenant_update","log_id":"1","details":{"response":{"body":{"name":"acme"}}}}
      {"type":"gd_unenroll","log_id":"1","details":{"response":{"body":{"name":"x"}}}}
      """#,
      .init(parsed: 2), [.normal(tenant: "acme"), .normal(line: 2)]),
    ShapeCase(
      "the tenant in the path of a request",
      #"""
      {"details":{"request":{"path":"/api/totp/configs/ac%6De%7C1/authenticators/x"}}}
      {"details":{"request":{"path":"/api/sms/configs/acme"}}}
      {"details":{"request":{"path":"/api/v2/clients/x/configs/acme/"}}}
      {"details":{"request":{"path":"/api/push/configs/a%zz%4/"}},"hostname":"x.auth0.com"}
      """#,
      .init(parsed: 4),
      [
        .normal(tenant: "acme|1", method: "otp"), .normal(line: 2, method: "sms"),
        .normal(line: 3), .normal(line: 4, tenant: "a%zz%4", method: "push"),
      ]),
    ShapeCase(
      "host names: the provider's first label, a whole one for events only",
      #"""
      {"hostname":"acme.eu.auth0.com"}
      {"hostname":"node-7.example"}
      {"hostname":"auth0.com"}
      {"type":"s","log_id":"1","hostname":"login.acme.example"}
      {"type":"s","log_id":"1","hostname":"acme.auth0.com"}
      {"source":"aws.partner/auth0.com/acme-2308531e-1ba0-4824-a5de-5fa1d5928ea4/auth0.logs",\#
      "detail":{"type":"s","log_id":"1","hostname":"login.acme.example"}}
      {"source":"aws.partner/auth0.com/acme/auth0.logs","p_source_label":"label"}
      {"hostname":"node-7","message":"{\"type\":\"s\",\"log_id\":\"1\"}"}
      """#,
      .init(parsed: 8),
      [
        .normal(tenant: "acme"), .normal(line: 2), .normal(line: 3),
        .other(line: 4, tenant: "login.acme.example"), .other(line: 5, tenant: "acme"),
        .other(line: 6, tenant: "acme"), .normal(line: 7, tenant: "label"), .other(line: 8),
      ]),
    ShapeCase(
      "a tenant for records that name none",
      #"{"tenant":""}"# + "\n" + #"{"tenant":"acme"}"#, .init(parsed: 2),
      [.normal(tenant: "default"), .normal(line: 2, tenant: "acme")], options: withTenant),
  ]

  /// By which method the second factor was asked for.
  static let methods: [ShapeCase] = [
    ShapeCase(
      "methods in the order of preference",
      #"""
      {"details":{"authenticator":{"type":"totp","id":"push|dev_1"}}}
      {"details":{"authenticator":{"type":null,"id":"push-notification|dev_1"},"request":\#
      {"path":"/api/sms/configs/acme/x"}}}
      {"details":{"authenticator":{"id":"none"},"request":{"path":"/api/pn/configs/acme/x"}},\#
      "type":"gd_send_sms"}
      {"type":"gd_send_sms","log_id":"1","description":"sent (totp)"}
      {"type":"gd_auth_succeed","log_id":"1","description":"Guardian (x) ok (recovery-code)",\#
      "details":{"authenticator":{"phone_number":"+1"}}}
      {"details":{"enrollment":{"phone_number":"+1"}},"method":"push"}
      {"details":{"authenticator":{"phone_number":null}},"method":"webauthn-roaming"}
      {"mfa":{"method":"phone"},"factor":"x","channel":"y"}
      {"factor":"email","channel":"y"}
      {"channel":"Voice","errorCode":"invalid_otp"}
      {"errorCode":"too_many_sms"}
      {"errorCode":"invalid_body"}
      {"method":"POST","errorCode":"invalid_otp"}
      {"method":"sms","message":"{\"factor\":\"push\"}"}
      """#,
      .init(parsed: 14),
      [
        .normal(line: 1, method: "otp"), .normal(line: 2, tenant: "acme", method: "push"),
        .normal(line: 3, tenant: "acme", method: "push"), .normal(line: 4, method: "sms"),
        .normal(line: 5, method: "recovery"), .normal(line: 6, method: "sms"),
        .normal(line: 7, method: "webauthn"), .normal(line: 8, method: "sms"),
        .normal(line: 9, method: "email"), .error("invalid_otp", line: 10, method: "Voice"),
        .error("too_many_sms", line: 11, method: "sms"), .error("invalid_body", line: 12),
        .error("invalid_otp", line: 13, method: "POST"), .normal(line: 14, method: "push"),
      ])
  ]

  /// Paths that the user names.
  static let fieldOptions: [ShapeCase] = [
    ShapeCase(
      "a path of the user beats the built-in ones, and falls back to them",
      #"""
      {"tenant_name":"x","org":{"name":"acme"},"errorCode":"invalid_otp","c":"mine","when":\#
      "2026-03-14T08:00:01Z","time":"2026-03-14T08:00:09Z","user_id":"x","who":"u","how":"totp",\#
      "method":"x"}
      {"tenant_name":"acme","org":7,"errorCode":"invalid_body","c":null,"when":"never","time":\#
      "2026-03-14T08:00:02Z","user_id":"u","method":"sms"}
      {"org.name":"globex","c":"z","message":"{\"c\":\"invalid_token\",\"tenant_name\":\"x\"}"}
      """#,
      .init(parsed: 3),
      [
        .error("mine", kind: .other, .eight(1), tenant: "acme", user: "u", method: "otp"),
        .error("invalid_body", line: 2, .eight(2), tenant: "acme", user: "u", method: "sms"),
        .error("invalid_token", line: 3, tenant: "globex"),
      ], options: withPaths)
  ]

  private static var withTenant: ReferenceOptions {
    var options = ReferenceOptions()
    options.tenant = Array("default".utf8)
    return options
  }

  private static var withPaths: ReferenceOptions {
    var options = ReferenceOptions()
    options.paths = [
      (.tenant, "org.name"), (.code, "c"), (.time, "when"), (.user, "who"), (.method, "how"),
    ]
    return options
  }
}
