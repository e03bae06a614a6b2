/** Run Python code that they are given as text or as a code object. */
export const CODE_RUNNERS = [
  "builtins.eval",
  "builtins.exec",
  "builtins.execfile",
  "code.InteractiveInterpreter().runcode",
  "code.InteractiveInterpreter().runsource",
  "code.InteractiveConsole().push",
  "codeop.compile_command",
  "runpy._run_code",
  "timeit.timeit",
  "cProfile.run",
  "pdb.run",
  "types.FunctionType",
];

export const EVALUATORS = ["builtins.eval", "builtins.exec", "builtins.execfile"];

/** Hand a command line to a shell. */
export const SHELL_RUNNERS = [
  "os.system",
  "os.popen",
  "os.popen2",
  "os.popen3",
  "subprocess.getoutput",
  "subprocess.getstatusoutput",
  "commands.getoutput",
  "commands.getstatusoutput",
  "popen2.popen2",
  "asyncio.create_subprocess_shell",
  "platform.popen",
  "ctypes.CDLL().system",
  "ctypes.CDLL().popen",
  "ctypes.cdll.LoadLibrary().system",
  "ctypes.cdll.msvcrt.system",
];

/** Start a program from a list of arguments, or through a shell when told to. */
export const SUBPROCESS_CALLS = [
  "subprocess.run",
  "subprocess.call",
  "subprocess.check_call",
  "subprocess.check_output",
  "subprocess.Popen",
];

export const PROGRAM_STARTERS = [
  ...SUBPROCESS_CALLS,
  ...["execl", "execle", "execlp", "execlpe", "execv", "execve", "execvp", "execvpe"].map((name) => `os.${name}`),
  ...["spawnl", "spawnle", "spawnlp", "spawnlpe", "spawnv", "spawnve", "spawnvp", "spawnvpe"].map(
    (name) => `os.${name}`,
  ),
  "os.posix_spawn",
  "os.posix_spawnp",
  "os.startfile",
  "pty.spawn",
  "asyncio.create_subprocess_exec",
  "pexpect.spawn",
  "pexpect.run",
  "sh.Command",
  "plumbum.local",
];

export const COMMANDS = [...SHELL_RUNNERS, ...PROGRAM_STARTERS];
