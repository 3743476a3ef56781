import LogModel
import LogReporting
import Testing

/// What colour and `--ascii` make of the table.
struct ANSIStyleTests {
  private func table(_ options: RenderOptions) -> String {
    SampleReport.text(
      TableFormat(entries: SampleReport.entries), SampleReport.incident(), options)
  }

  @Test func `colour is added to words that already say it`() {
    #expect(
      table(RenderOptions(width: 80, usesColor: true)) == """
        \u{1B}[1mMFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC\u{1B}[0m
        2,269 errors in 45,678 records · 3 tenants · ~1,102 users · windows of 5 min

        \u{1B}[1mNEEDS ACTION\u{1B}[0m

        \u{1B}[1;37;41mCRITICAL\u{1B}[0m  \u{1B}[1mtoo_many_sms_per_tenant\u{1B}[0m, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors · 12 users · 08:20 - 08:25 · rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        \u{1B}[30;43mWARNING\u{1B}[0m   \u{1B}[1minvalid_otp\u{1B}[0m, recoverable
                  The one-time code is wrong.
                  2 tenants: 東京銀行, acme
                  2,220 errors · ~1,090 users · 08:00 - 08:15
                  rule: 20 or more users and a share of 15% or more in 15 min
                  User: type the current code.

        \u{1B}[1mUTC\u{1B}[0m    \u{1B}[1mTENANT\u{1B}[0m    \u{1B}[1mCODE\u{1B}[0m\
                             \u{1B}[1mLEVEL\u{1B}[0m          \u{1B}[1mCOUNT\u{1B}[0m   \u{1B}[1mUS\
        ERS\u{1B}[0m  \u{1B}[1mFLAG\u{1B}[0m
        \u{1B}[2m08:20\u{1B}[0m  acme      too_many_sms_per_tenant  \u{1B}[31munrecoverable\u{1B}[0\
        m     40      12  \u{1B}[1;37;41mcritical\u{1B}[0m
        \u{1B}[2m08:05\u{1B}[0m  東京銀行  invalid_otp              \u{1B}[32mrecoverable\u{1B}[0m    1\
        ,040      77  \u{1B}[30;43mwarning\u{1B}[0m
        \u{1B}[2m08:20\u{1B}[0m  -         E-77                     unknown\
                    1
        \u{1B}[2m08:00\u{1B}[0m  acme      invalid_otp              \u{1B}[32mrecoverable\u{1B}[0m\
            1,180  ~1,020
               (other)   (other)                  (other)            8       2

        \u{1B}[2mledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed\u{1B}[0m
        \u{1B}[2m        45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered\
        \u{1B}[0m
        \u{1B}[2m          + 0 duplicate\u{1B}[0m
        \u{1B}[2m        2 records without a time\u{1B}[0m

        """)
  }

  @Test func `ASCII output has bars and names of ASCII`() {
    #expect(
      table(RenderOptions(width: 120, isASCII: true)) == """
        MFA errors, 2026-03-14 08:00:03 - 08:59:58 UTC
        2,269 errors in 45,678 records, 3 tenants, ~1,102 users, windows of 5 min

        NEEDS ACTION

        CRITICAL  too_many_sms_per_tenant, unrecoverable
                  No more text messages go out for the tenant.
                  1 tenant: acme
                  40 errors, 12 users, 08:20 - 08:25, rule: 1 or more errors in 5 min
                  Operator: stop what sends so much, then ask for a higher limit.

        WARNING   invalid_otp, recoverable
                  The one-time code is wrong.
                  2 tenants: \\u{6771}\\u{4eac}\\u{9280}\\u{884c}, acme
                  2,220 errors, ~1,090 users, 08:00 - 08:15, rule: 20 or more users and a share of\
         15% or more in 15 min
                  User: type the current code.

        WINDOW UTC  TENANT                      CODE                     LEVEL          COUNT   USE\
        RS  SHARE  FLAG      TREND
        08:20       acme                        too_many_sms_per_tenant  unrecoverable     40\
              12   0.1%  critical    #   
        08:05       \\u{6771}~\\u{884c}           invalid_otp              recoverable    1,040\
              77  31.0%  warning    .#: .
        08:20       -                           E-77                     unknown            1\
                  <0.1%              #   
        08:00       acme                        invalid_otp              recoverable    1,180  ~1,0\
        20   5.1%            ######
                    (other)                     (other)                  (other)            8\
               2  <0.1%

        ledger: 45,682 lines = 3 blank + 1 malformed + 0 oversized + 45,678 parsed
                45,678 records = 2,269 error + 43,000 normal + 409 other + 0 filtered + 0 duplicate
                2 records without a time

        """)
  }

  @Test func `without its sequences the coloured table is the plain one`() {
    let colored = table(RenderOptions(width: 80, usesColor: true))
    let plain = table(RenderOptions(width: 80))
    let sequence = /\u{1B}\[[0-9;]*m/
    #expect(colored.replacing(sequence, with: "") == plain)
    #expect(!plain.utf8.contains(0x1B))
  }

  @Test func `with ASCII asked for no other byte is written`() {
    let text = table(RenderOptions(width: 80, isASCII: true))
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
  }
}
