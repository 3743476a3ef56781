import LogModel
import LogReporting
import Testing

/// Whole outputs, looked at by eye in a terminal of the same width.
struct TableFormatTests {
  private func table(_ options: RenderOptions, examples: Bool = false) -> String {
    SampleReport.text(
      TableFormat(entries: SampleReport.entries), SampleReport.incident(examples: examples), options
    )
  }

  @Test func `60 columns keep words and shorten them before names`() {
    #expect(
      table(RenderOptions(width: 60)) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users
        windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25
                  rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a
                  higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15
                  rule: 20 or more users and a share of 15% or more
                  in 15 min
                  User: type the current code.

        UTC    TENANT    CODE                   LEVEL    COUNT  FLAG
        08:20  acme      too_many_s…per_tenant  unrec.      40  crit
        08:05  東京銀行  invalid_otp            recov.   1,040  warn
        08:20  -         E-77                   unknown      1
        08:00  acme      invalid_otp            recov.   1,180
               (other)   (other)                (other)      8

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized
                  + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal
                  + 409 other + 0 filtered + 0 duplicate
                2 records without a time

        """)
  }

  @Test func `80 columns show levels and flags in full`() {
    #expect(
      table(RenderOptions(width: 80)) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users · windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15
                  rule: 20 or more users and a share of 15% or more in 15 min
                  User: type the current code.

        UTC    TENANT    CODE                     LEVEL          COUNT   USERS  FLAG
        08:20  acme      too_many_sms_per_tenant  unrecoverable     40      12  critical
        08:05  東京銀行  invalid_otp              recoverable    1,040      77  warning
        08:20  -         E-77                     unknown            1
        08:00  acme      invalid_otp              recoverable    1,180  ~1,020
               (other)   (other)                  (other)            8       2

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered
                  + 0 duplicate
                2 records without a time

        """)
  }

  @Test func `120 columns show all but the times`() {
    #expect(
      table(RenderOptions(width: 120)) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users · windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15 · rule: 20 or more users and a share\
         of 15% or more in 15 min
                  User: type the current code.

        WINDOW UTC  TENANT    CODE                     KIND      LEVEL          COUNT   USERS  SHAR\
        E  FLAG      TREND
        08:20       acme      too_many_sms_per_tenant  guardian  unrecoverable     40      12   0.1\
        %  critical  ····█·······
        08:05       東京銀行  invalid_otp              guardian  recoverable    1,040      77  31.0%  w\
        arning   ··▁▁▂█▃···▁▁
        08:20       -         E-77                     other     unknown            1          <0.1\
        %            ····█·······
        08:00       acme      invalid_otp              guardian  recoverable    1,180  ~1,020   5.1\
        %            ████████████
                    (other)   (other)                  (other)   (other)            8       2  <0.1%

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered + 0 duplicate
                2 records without a time

        """)
  }

  @Test func `200 columns show everything`() {
    #expect(
      table(RenderOptions(width: 200)) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users · windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15 · rule: 20 or more users and a share\
         of 15% or more in 15 min
                  User: type the current code.

        WINDOW UTC  TENANT    CODE                     KIND      LEVEL          COUNT   USERS  SHAR\
        E  FLAG      TREND         FIRST SEEN  LAST SEEN
        08:20       acme      too_many_sms_per_tenant  guardian  unrecoverable     40      12   0.1\
        %  critical  ····█·······  08:20:07    08:24:11
        08:05       東京銀行  invalid_otp              guardian  recoverable    1,040      77  31.0%  w\
        arning   ··▁▁▂█▃···▁▁  08:05:07    08:09:11
        08:20       -         E-77                     other     unknown            1          <0.1\
        %            ····█·······  08:20:07    08:24:11
        08:00       acme      invalid_otp              guardian  recoverable    1,180  ~1,020   5.1\
        %            ████████████  08:00:07    08:04:11
                    (other)   (other)                  (other)   (other)            8       2  <0.1%

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered + 0 duplicate
                2 records without a time

        """)
  }

  @Test func `off a terminal nothing is cut and nothing left out`() {
    #expect(
      table(RenderOptions(), examples: true) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users · windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15
                  rule: 20 or more users and a share of 15% or more in 15 min
                  User: type the current code.

        WINDOW UTC  TENANT    CODE                     KIND      LEVEL          COUNT   USERS  SHAR\
        E  FLAG      TREND         FIRST SEEN  LAST SEEN  EXAMPLE
        08:20       acme      too_many_sms_per_tenant  guardian  unrecoverable     40      12   0.1\
        %  critical  ····█·······  08:20:07    08:24:11   auth.log.gz:1042
        08:05       東京銀行  invalid_otp              guardian  recoverable    1,040      77  31.0%  w\
        arning   ··▁▁▂█▃···▁▁  08:05:07    08:09:11   auth.log.gz:1042
        08:20       -         E-77                     other     unknown            1          <0.1\
        %            ····█·······  08:20:07    08:24:11   auth.log.gz:1042
        08:00       acme      invalid_otp              guardian  recoverable    1,180  ~1,020   5.1\
        %            ████████████  08:00:07    08:04:11   auth.log.gz:1042
                    (other)   (other)                  (other)   (other)            8       2  <0.1%

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered + 0 duplicate
                2 records without a time

        """)
  }
}
