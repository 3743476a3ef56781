import ArgumentParser
import LogReporting

/// What `mfa-logstat --help` and `mfa-logstat stat --help` show: the options of the main job, the
/// commands, the formats, examples, exit statuses.
///
/// The parser's own text would hide the options behind the command `stat`. All of it is taken from
/// what the parser knows, so a new option or command shows by itself.
enum RootHelp {
  /// The whole text, wrapped at `columns`.
  static func text(columns: Int) -> String {
    let main = paragraphs(of: MFALogstat.helpMessage(for: CommandList.main, columns: columns))
    let root = paragraphs(of: MFALogstat.helpMessage(columns: columns))
    let options = main.filter { !isOpening($0) }
    let commands = root.filter { $0.hasPrefix("SUBCOMMANDS:") }
    let opening = root.filter { $0.hasPrefix("OVERVIEW:") } + [usage]
    return (opening + options + commands + [formats, examples, defaults, statuses]).joined(
      separator: "\n\n")
  }

  /// Whether it stands before the lists of arguments and options.
  private static func isOpening(_ paragraph: String) -> Bool {
    paragraph.hasPrefix("OVERVIEW:") || paragraph.hasPrefix("USAGE:")
  }

  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty {
        lines.append(line)
      } else if !lines.isEmpty {
        paragraphs.append(lines.joined(separator: "\n"))
        lines = []
      }
    }
    return paragraphs
  }

  private static let usage = """
    USAGE: mfa-logstat [stat] [options] [input ...]
           mfa-logstat <subcommand> --help
    """

  /// The formats of `--output`, one a line.
  private static var formats: String {
    let lines = ReportFormats.all.map { format in
      "  " + format.name + String(repeating: " ", count: max(8 - format.name.count, 1))
        + format.summary
    }
    return "FORMATS:\n" + lines.joined(separator: "\n")
  }

  private static let examples = """
    EXAMPLES:
      mfa-logstat auth.log                        what happened, worst first
      mfa-logstat -w 1h --since yesterday *.gz    per hour, since midnight yesterday
      mfa-logstat -r /var/log/mfa -o csv:mfa.csv  a directory, told in a file
      zstd -dc old.zst | mfa-logstat --by tenant  a pipe, one row a tenant
      mfa-logstat --level unrecoverable auth.log  what users cannot mend themselves
      mfa-logstat report -o html:day.html *.log   yesterday beside earlier days
      mfa-logstat explain too_many_sms            what a code means, who must act
    """

  private static let defaults = """
    DEFAULTS:
      Every option can also be set by a variable (--max-line by
      \(Setting.maxLine.variable); several values with ; between them) and by a line
      of a configuration file (max-line: 64M). The file is --config FILE, or
      $MFA_LOGSTAT_CONFIG, or mfa-logstat/config.yaml in $XDG_CONFIG_HOME,
      $HOME/.config or /etc. The nearest to the command line wins.
    """

  private static let statuses = """
    EXIT STATUS:
      0   done                            70  a bug of this tool
      1   explain, rules: not as wanted    73  an output cannot be created
      64  wrong usage                     74  an output cannot be written
      65  damaged or malformed input      78  the configuration is not usable
      66  an input cannot be opened       130 and 143  interrupted
    """
}
