import Commands

@main
enum Main {
  static func main() async {
    StandardStreams.prepare()
    await JianbaoCommand.main()
  }
}
