import Foundation
import LogModel
import LogReporting
import Testing

struct ExplainFormatTests {
  @Test func `a few codes are blocks to read`() {
    #expect(
      ExplainFormat.table(SampleReport.entries, options: RenderOptions(width: 80)) == """
        too_many_sms_per_tenant
          meaning      No more text messages go out for the tenant.
          level        unrecoverable: repeating cannot help, somebody else must act
          class        operator_action: the operator must act, with the provider
          category     rate_quota
          channel      sms
          scope        tenant: it concerns all users of the tenant
          HTTP status  429
          what to do   Operator: stop what sends so much, then ask for a higher limit.
          rules        critical when 1 or more errors in 5 min
          notation     critical:count>=1/5m
          source       Public limits.

        invalid_otp
          meaning      The one-time code is wrong.
          level        recoverable: the user can finish in the same sitting
          class        user_retry: the user can try again
          category     otp
          channel      otp
          scope        user: it concerns one user
          HTTP status  401, inferred
          what to do   User: type the current code.
          rules        one alone is no alarm
                       warning when 20 or more users and a share of 15% or more in 15
                       min
                       warning when 10 or more errors of one user in 1 h
          notation     info;warning:users>=20&share>=0.15/15m;warning:per_user>=10/1h
          source       Client tests.

        """)
  }

  @Test func `many codes are a list whose meanings are cut to the width`() {
    #expect(
      ExplainFormat.list(SampleReport.entries, options: RenderOptions(width: 80)) == """
        CODE                     LEVEL          CLASS            MEANING
        too_many_sms_per_tenant  unrecoverable  operator_action  No more text messages …
        invalid_otp              recoverable    user_retry       The one-time code is w…

        """)
  }

  @Test func `off a terminal the list is whole`() {
    #expect(
      ExplainFormat.list(SampleReport.entries, options: RenderOptions()) == """
        CODE                     LEVEL          CLASS            CHANNEL  MEANING
        too_many_sms_per_tenant  unrecoverable  operator_action  sms      No more text messages go\
         out for the tenant.
        invalid_otp              recoverable    user_retry       otp      The one-time code is wron\
        g.

        """)
  }

  @Test func `a narrow list leaves out columns, and colour follows the level`() {
    #expect(
      ExplainFormat.list(
        SampleReport.entries, options: RenderOptions(width: 60, usesColor: true)) == """
          \u{1B}[1mCODE\u{1B}[0m                     \u{1B}[1mLEVEL\u{1B}[0m          \u{1B}[1mMEANIN\
          G\u{1B}[0m
          too_many_sms_per_tenant  \u{1B}[31munrecoverable\u{1B}[0m  No more text messag…
          invalid_otp              \u{1B}[32mrecoverable\u{1B}[0m    The one-time code i…

          """)
  }

  @Test func `JSON is an array of objects`() {
    #expect(
      ExplainFormat.json(SampleReport.entries) == """
        [
        {"code":"too_many_sms_per_tenant","meaning":"No more text messages go out for the tenant.",\
        "level":"unrecoverable","class":"operator_action","category":"rate_quota","channel":"sms","\
        scope":"tenant","http_status":"429","default_policy":"critical:count>=1/5m","remedy":"Opera\
        tor: stop what sends so much, then ask for a higher limit.","source":"Public limits."},
        {"code":"invalid_otp","meaning":"The one-time code is wrong.","level":"recoverable","class"\
        :"user_retry","category":"otp","channel":"otp","scope":"user","http_status":"~401","default\
        _policy":"info;warning:users>=20&share>=0.15/15m;warning:per_user>=10/1h","remedy":"User: t\
        ype the current code.","source":"Client tests."}
        ]

        """)
  }

  @Test func `more than six codes become a list by themselves`() throws {
    let entry = try #require(SampleReport.entries.first)
    let options = RenderOptions(width: 80)
    let seven = Array(repeating: entry, count: 7)
    #expect(
      ExplainFormat.table(seven, options: options) == ExplainFormat.list(seven, options: options))
    let six = Array(seven.dropLast())
    #expect(
      ExplainFormat.table(six, options: options) == ExplainFormat.blocks(six, options: options))
  }

  @Test func `no codes are an empty list`() throws {
    let data = Data(ExplainFormat.json([]).utf8)
    #expect(try JSONDecoder().decode([[String: String]].self, from: data) == [])
  }
}
