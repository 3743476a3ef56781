import LogReporting
import Testing

struct TextWrapTests {
  @Test func `words fill lines up to the width`() {
    #expect(
      TextWrap.lines("one two three four", width: 9) == ["one two", "three", "four"])
    #expect(TextWrap.lines("one two three four", width: 8) == ["one two", "three", "four"])
    #expect(TextWrap.lines("one two", width: 7) == ["one two"])
  }

  @Test func `wide characters count twice and a word too wide stands alone`() {
    #expect(TextWrap.lines("東京 銀行", width: 8) == ["東京", "銀行"])
    #expect(TextWrap.lines("a incomprehensible b", width: 5) == ["a", "incomprehensible", "b"])
  }

  @Test func `blanks within a name are kept`() {
    #expect(TextWrap.lines("a  b", width: 20) == ["a  b"])
  }

  @Test func `parts stay whole, and a continued line bears its end`() {
    #expect(
      TextWrap.lines(of: ["a b", "c d", "e f"], separator: ", ", lineEnd: ",", width: 9)
        == ["a b, c d,", "e f"])
    #expect(TextWrap.lines(of: [], separator: ", ", lineEnd: ",", width: 9) == [])
  }
}
