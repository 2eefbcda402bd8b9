import ArgumentParser

/// A web server that a snippet is written for.
enum WebServer: String, CaseIterable, ExpressibleByArgument {
  case nginx, apache
}
