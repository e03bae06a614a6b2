/** Beginnings, ends and middles of everything that PowerShell reads. */
export const powershellTokens = [
  ..."$( ( ) { } [ ] @( @{ @' @\" '@ \"@ ' \" ` $ ${ $x $_ $env:A [char] [a]:: :: . .. , ; | || & && = += > >> 2>&1 < # <# #> ! % ? - -- ++".split(
    " ",
  ),
  ..."-join |-split |-replace |-f |-eq |-not |-bxor |-Name |-Uri:|1..9 |0x41 |a.b( |$x.y( |$x[|@x |--% |`n|`\n".split(
    "|",
  ),
  ...["\n", "\r\n", "\t", " ", "\0", "\u00e9", '@"\n', '\n"@', "@'\n", "\n'@", '""', "''"],
  ..."if ( |elseif |else |while ( |do { |for ( |foreach ($x in |switch ( |try { |catch { |finally { |function f { |param( |return |class A {".split(
    "|",
  ),
  ..."iex |iwr |irm |gc |% { |& { |Start-Process |Set-Content |New-Object |powershell -c |-enc |Set-Alias a b\n".split(
    "|",
  ),
];
