import { GO_PROGRAM_STARTERS } from "./go-calls.ts";
import { ISLAND_EVALUATORS, ISLAND_PROGRAM_STARTERS, ISLAND_SHELL_RUNNERS } from "./island-calls.ts";
import { RUBY_EVALUATORS, RUBY_PROGRAM_STARTERS, RUBY_SHELL_RUNNERS } from "./ruby-calls.ts";

/** Run JavaScript that they are given as text. */
const SCRIPT_EVALUATORS = [
  "js.eval",
  "js.Function",
  "js.execScript",
  ...["runInThisContext", "runInNewContext", "runInContext", "compileFunction", "Script"].map(
    (name) => `js.vm.${name}`,
  ),
  "js.module._compile",
  "js.module()._compile",
];

/** Run code that they are given as text or as a code object. */
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
  ...SCRIPT_EVALUATORS,
  ...RUBY_EVALUATORS,
  ...ISLAND_EVALUATORS,
  "js.document.write",
];

export const EVALUATORS = [
  "builtins.eval",
  "builtins.exec",
  "builtins.execfile",
  ...SCRIPT_EVALUATORS,
  ...RUBY_EVALUATORS,
  ...ISLAND_EVALUATORS,
];

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
  "js.child_process.exec",
  "js.child_process.execSync",
  "js.exec",
  "js.shelljs.exec",
  "js.execa.command",
  "js.execa.commandSync",
  "js.execa.execaCommand",
  "js.execa.execaCommandSync",
  "js.sudo-prompt.exec",
  ...RUBY_SHELL_RUNNERS,
  ...ISLAND_SHELL_RUNNERS,
];

/** Start a program from a list of arguments, or through a shell when told to. */
export const SUBPROCESS_CALLS = [
  "subprocess.run",
  "subprocess.call",
  "subprocess.check_call",
  "subprocess.check_output",
  "subprocess.Popen",
  ...["spawn", "spawnSync", "execFile", "execFileSync"].map((name) => `js.child_process.${name}`),
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
  "js.child_process.fork",
  "js.execa",
  "js.execa.execa",
  "js.execa.execaSync",
  "js.Deno.Command",
  "js.Deno.run",
  "js.Bun.spawn",
  "js.Bun.spawnSync",
  ...GO_PROGRAM_STARTERS,
  ...RUBY_PROGRAM_STARTERS,
  ...ISLAND_PROGRAM_STARTERS,
];

export const COMMANDS = [...SHELL_RUNNERS, ...PROGRAM_STARTERS];

/** What runs code or starts programs in Python, and has no other name on other systems. */
export const PYTHON_RUNNERS = [
  ...["exec", "eval", "execfile", "compile", "__import__"].map((name) => `builtins.${name}`),
  ...COMMANDS.filter((name) => /^(os|subprocess|pty|commands)\./.test(name) && name !== "os.startfile"),
];

const EVERY = ["second", "seconds", "minute", "minutes", "hour", "hours", "day", "days"];

/** Call the function that they are given again and again. */
export const REPEATERS = [
  "js.setInterval",
  "js.node-cron.schedule",
  "js.cron.schedule",
  "js.cron.CronJob",
  "js.node-schedule.scheduleJob",
  ...EVERY.map((unit) => `schedule.every().${unit}.do`),
  "schedule.every().do",
  "threading.Timer",
  ...["background.BackgroundScheduler", "blocking.BlockingScheduler", "asyncio.AsyncIOScheduler"].map(
    (name) => `apscheduler.schedulers.${name}().add_job`,
  ),
  "rb.loop",
];
