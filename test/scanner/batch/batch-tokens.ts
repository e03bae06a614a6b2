/** Beginnings, ends and middles of everything that cmd.exe reads. */
export const batchTokens = [
  ...'( ) % %% %a% %1 %* %~dp0 %%i %%~nxi %a:~1,2% %a:b=c% ! !a! ^ " & && | || > >> 2>&1 2>nul < @ : :: = == , ;'.split(
    " ",
  ),
  ...["\n", "\r\n", "\t", " ", "\0", "\u00e9", "^\n", "@echo off\n", "rem "],
  ...'if exist |if not |if defined |else |for %%i in (|for /f "delims=" %%i in (\'|\') do |do |set a=|set "a=|set /p a=|call |start "" |goto |cmd /c '.split(
    "|",
  ),
  ..."curl -o a.exe |certutil -decode |bitsadmin /transfer |powershell -c |rundll32 |echo a>|type |copy |del /q ".split(
    "|",
  ),
];
