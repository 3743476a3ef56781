import Testing

struct NightlyTextSampleTests {
  @Test func `a night with two incidents`() {
    let expected = """
      CRITICAL: too_many_pn_per_tenant at harbor-bank and 1 more since 08:05
      Saturday 2026-03-14, 24 h, +01:00 (Europe/Berlin)

      WHAT NEEDS ACTION (2 incidents: 1 critical, 1 warning)

      CRITICAL  too_many_pn_per_tenant, unrecoverable
        where   2 tenants: harbor-bank, - (none named)
        since   08:05 - 09:20 (1 h 15 min)
        who     the operator must act, with the provider
        to do   Operator: stop the source (a storm of logins, push bombing),
                ask the provider for a higher limit, and let users type the
                code from the app meanwhile.
        what    The whole tenant has used up its push notifications, so nobody
                in it is sent one.
        how bad 290 errors, 170 users, 60 in the worst 5 min
        rule    builtin/too_many_pn_per_tenant: 1 or more errors in 5 min

      WARNING   invalid_otp, recoverable
        where   harbor-bank
        since   20:00 - 20:30 (30 min)
        who     the user can try again; also the operator
        to do   User: type the code that is shown now, check the clock of the
                device, or take another factor. Operator: when many users are
                hit at once, think of a drifting server clock, late messages
                or somebody guessing.
        what    The one-time password that the user typed is wrong or no
                longer valid.
        how bad 31 errors, 20 users, 22 in the worst 5 min, 1.5 expected
        rule    builtin/spike: 22 errors in 5 min, 1.5 expected, up to 8 by
                chance
        runbook https://wiki.example/mfa

      1 alert silenced.

      WHAT CHANGED

      412 errors in 12,400 records, 230 users, 8 of 11 tenants. Errors have
      risen: 120 the day before, 118 seven days before, median 120, expected
      118, q<0.0001.
      Compared with 27 of 28 days. What is known starts 2026-02-15 00:00.

        change  errors  before  week before  median  expected        q
      too_many_pn_per_tenant: harbor-bank 280, - 10
        new        290       0            0       0         0  <0.0001
      sms_undeliverable: acme 40 the day before
        gone         0      40           38      39        38  <0.0001

      TENANTS, the most affected first

        change  errors  expected  records  share  users  over time
      harbor-bank: critical; too_many_pn_per_tenant 280, invalid_otp 60
        risen      412       118    9,800   4.2%    230  ▁▁▁▁█▁▁▁▁▁▁▁
      acme: invalid_otp 9
        usual       12        12      900   1.3%      8  █·█··█·█··█·
      zeta: invalid_otp 9
        usual       11        12      800   1.4%      8  ··█·█··█·█··
      north-clinic: invalid_otp 9
        usual       10        12      700   1.4%      8  ·█··█·█··█·█
      東京大学: invalid_otp 9
        usual        9        12      600   1.5%      8  ·█·█··█·█··█
      (other): 3 tenants
                     7                300   2.3%      ?  ············

      CODES, the most errors first

        change  errors  expected   users  tenants  over time
      too_many_pn_per_tenant: unrecoverable; critical
        new        290         0     170        2  ········█···············
      invalid_otp: recoverable
        usual      122       118  ~1,090        5  ▄▄▅·▄▅▄▄█▄▄▅▄▄▅▄▄▅▄▄▅▄▄▅

      DELIVERY

        method  attempts  failures  share  before  median
        push       9,000       300   3.3%    0.4%    0.4%
        sms        2,400        90   3.8%    3.0%       ?
        -          1,000        22   2.2%       ?       ?

      FEED

      No record at all 03:00 - 03:40 (40 min).
      quiet-co is silent: last seen 2026-03-13 22:00, usually 241 records a
        day.
      2 records without a time, in no period.

      BOOKS

      12,403 lines = 0 blank + 1 malformed + 0 oversized + 12,402 parsed
      12,402 records = 412 error + 11,988 normal + 2 other + 0 filtered
        + 0 duplicate

      HOW IT WAS MADE

        command mfa-logstat report --since yesterday --until today --state
                mfa.state
        version mfa-logstat 0.1.0
        state   mfa.state
        signs   ? is not known, ~ is an estimate; q is how likely chance alone
                makes such a change, with all that was tested in mind.

      """
    #expect(NightlyTextFormatTests.text(SampleNight.report()) == expected)
  }
}
