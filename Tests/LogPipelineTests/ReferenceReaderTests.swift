import LogTestSupport
import Testing

struct ReferenceReaderTests {
  @Test(arguments: ShapeCases.all)
  func `the reference makes of every shape what is written out for it`(shape: ShapeCase) {
    let result = ReferenceReader.read(shape.input, options: shape.options).sorted
    #expect(result == shape.expected.sorted)
  }

  @Test func `no two shapes have the same name`() {
    let names = ShapeCases.all.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
