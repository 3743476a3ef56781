extension Unicode.Scalar {
  /// Whether it leaves no ink of its own, or changes how its neighbours are shown.
  ///
  /// Controls (C0, DEL, C1), line and paragraph separators, interlinear annotation, and everything
  /// with the property Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties.txt), which
  /// holds all bidi controls, zero-width characters, variation selectors and tag characters.
  package var isHidden: Bool {
    switch value {
    case 0x20...0x7E: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F,
      0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
