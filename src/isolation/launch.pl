#!/usr/bin/perl
# Starts one process of ours behind walls: no new privileges, no capabilities, resource limits, Landlock, seccomp.
#
#   perl launch.pl KEY=VALUE ... -- PROGRAM ARGUMENT ...
#
#   run=FILE    the program and its libraries: may be read and executed      read=FILE   may be read
#   cpu=N       RLIMIT_CPU in seconds          data=N  RLIMIT_DATA in bytes      parent=PID  who must be alive
#   within=bubblewrap    bubblewrap started us: its root is looked at, and its name comes first in the frame
#
# Before it becomes the program it writes one door frame to descriptor 3: what really holds, for example
# "landlock:7 seccomp". Whatever this kernel lacks is left out there, and the caller decides whether that is enough.
# Perl, because perl-base is an essential package of Debian and Ubuntu and has syscall(); the kernel interfaces are
# prctl(2), prlimit(2), landlock(7) and seccomp(2). No module is loaded, not even strict and warnings: they would cost
# each process 1.5 ms, and have to be in the root that bubblewrap makes. A test compiles this file with both.

my %option = (run => [], read => []);
while (@ARGV) {
    my $word = shift;
    last if $word eq '--';
    my ($key, $value) = split /=/, $word, 2;
    ref $option{$key} ? push(@{ $option{$key} }, $value) : ($option{$key} = $value);
}

my $arm = -e '/lib/ld-linux-aarch64.so.1' && !-e '/lib64/ld-linux-x86-64.so.2';
my %nr = $arm
    ? (prctl => 167, seccomp => 277, prlimit => 261, capset => 91, close_range => 436, execve => 221, clone => 220, ioctl => 29, kill => 129, tgkill => 131, write => 64)
    : (prctl => 157, seccomp => 317, prlimit => 302, capset => 126, close_range => 436, execve => 59, clone => 56, ioctl => 16, kill => 62, tgkill => 234, write => 1);

sub call {
    my ($name, @arguments) = @_;
    my $result = syscall($name =~ /^\d/ ? $name : $nr{$name}, @arguments);
    die "launch: $name: $!\n" if $result < 0;
    return $result;
}

# The caller's end is all that keeps this process alive.
call('prctl', 1, 9, 0, 0, 0);    # PR_SET_PDEATHSIG, SIGKILL
exit 1 if getppid() != $option{parent};

# A limit that is stricter already stays as it is.
sub limit {
    my ($resource, @wanted) = @_;
    my $now = "\0" x 16;
    syscall($nr{prlimit}, 0, $resource, 0, $now) == 0 or die "launch: prlimit: $!\n";    # not call(), which copies the buffer
    my (undef, $hard) = unpack 'QQ', $now;
    my ($soft, $most) = map { $_ < $hard ? $_ : $hard } @wanted, $wanted[-1];
    call('prlimit', 0, $resource, pack('QQ', $soft, $most), 0);
}
limit(0, $option{cpu}, $option{cpu} + 1) if defined $option{cpu};    # RLIMIT_CPU: SIGXCPU says why, SIGKILL makes sure
limit(2, $option{data}) if defined $option{data};    # RLIMIT_DATA
limit(1, 0);                                         # RLIMIT_FSIZE: pipes and sockets are not files
limit(4, 0);                                         # RLIMIT_CORE: a core dump is a copy of the guest on disk
limit(7, 64);                                        # RLIMIT_NOFILE: node uses about 25

if ($> == 0) {
    for my $capability (0 .. 63) {
        last if syscall($nr{prctl}, 23, $capability, 0, 0, 0) < 0;    # PR_CAPBSET_READ: past the last one
        syscall($nr{prctl}, 24, $capability, 0, 0, 0);                # PR_CAPBSET_DROP
    }
    call('capset', pack('LL', 0x20080522, 0), "\0" x 24);
}
call('prctl', 38, 1, 0, 0, 0);                                        # PR_SET_NO_NEW_PRIVS

my @walls;
if (($option{within} // '') eq 'bubblewrap') {
    die "launch: the root of the host is still there\n" if grep { -e } '/proc', '/sys', '/dev', '/etc/passwd';
    push @walls, 'bubblewrap';
}

# Landlock: rights that this kernel knows are all handled, and only the files named are given back.
my $abi = syscall(444, 0, 0, 1);
if ($abi >= 1) {
    my @handled = (0, 0x1fff, 0x3fff, 0x7fff, 0x7fff, 0xffff);
    my $files = $handled[$abi > 5 ? 5 : $abi];
    my $size = $abi >= 6 ? 24 : $abi >= 4 ? 16 : 8;
    my $ruleset = call(444, pack('QQQ', $files, 3, 3), $size, 0);    # TCP bind and connect; abstract sockets and signals
    my ($execute, $read) = (0x1, 0x4);
    for my $rule ((map { [ $_, $execute | $read ] } @{ $option{run} }), (map { [ $_, $read ] } @{ $option{read} }), [ '/dev/null', $read ], [ '/etc/ld.so.cache', $read ]) {
        sysopen(my $handle, $rule->[0], 010000000) or next;           # O_PATH; a library that is elsewhere is not missed here
        call(445, $ruleset, 1, pack('Ql', $rule->[1], fileno $handle), 0);
    }
    call(446, $ruleset, 0);
    push @walls, "landlock:$abi";
}

# Seccomp: threads but no processes, no sockets, nothing of another process, no file's mode, owner or times, no IPC.
# The address of the program's path is the only one that execve accepts. Native code could map that address again: then
# Landlock still lets it execute nothing but the engine, in these same walls.
my $path = "$ARGV[0]\0";
my $path_address = unpack 'Q', pack 'P', $path;
my @argument_strings = map { "$_\0" } @ARGV;
my $arguments = join '', (map { pack 'P', $_ } @argument_strings), pack('Q', 0);
my $environment = pack 'Q', 0;

my @program;
sub ins { push @program, pack 'SCCL', @_ }
my ($LOAD, $EQUAL, $AT_LEAST, $SET, $RETURN) = (0x20, 0x15, 0x35, 0x45, 0x06);
my ($ALLOW, $KILL, $EPERM, $ENOSYS) = (0x7fff0000, 0x80000000, 0x00050001, 0x00050026);
my $word = sub { 16 + 8 * $_[0] };    # low half of an argument; both machines are little-endian

ins($LOAD, 0, 0, 4); ins($EQUAL, 1, 0, $arm ? 0xC00000B7 : 0xC000003E); ins($RETURN, 0, 0, $KILL);
ins($LOAD, 0, 0, 0);
if (!$arm) { ins($AT_LEAST, 0, 1, 0x40000000); ins($RETURN, 0, 0, $ENOSYS) }    # the x32 calls
# ptrace personality pivot_root chroot acct mount umount2 swapon swapoff reboot modules quotactl kexec keyctl bpf
# perf_event_open fanotify name_to_handle open_by_handle setns unshare process_vm_* kcmp userfaultfd io_uring
# pidfd_* mount API process_madvise socket socketpair tkill rt_*sigqueueinfo execveat fork vfork memfd_create iopl ioperm;
# chmod, chown, utime, setxattr and their variants, which Landlock does not know; System V and POSIX IPC; scheduling; syslog
my @denied = $arm
    ? (117, 92, 41, 51, 89, 40, 39, 224, 225, 142, 105, 106, 273, 60, 104, 294, 217, 218, 219, 280, 241, 262, 264, 265, 268, 97, 270, 271, 272, 282, 425, 426, 427, 424, 434, 438, 428, 429, 430, 431, 432, 433, 440, 442, 198, 199, 130, 138, 240, 281, 279,
        52 .. 55, 452, 88, 5 .. 7, 14 .. 16, 463, 466, 180 .. 197, 118, 119, 122, 274, 30, 140, 116)
    : (101, 135, 155, 161, 163, 165, 166, 167, 168, 169, 175, 176, 313, 179, 246, 320, 248, 249, 250, 321, 298, 300, 303, 304, 308, 272, 310, 311, 312, 323, 425, 426, 427, 424, 434, 438, 428, 429, 430, 431, 432, 433, 440, 442, 41, 53, 200, 129, 297, 322, 57, 58, 319, 172, 173,
        90 .. 94, 260, 268, 452, 132, 235, 261, 280, 188 .. 190, 197 .. 199, 463, 466, 29 .. 31, 67, 64 .. 66, 68 .. 71, 220, 240 .. 245,
        142, 144, 203, 314, 251, 141, 103);
for my $number (@denied) { ins($EQUAL, 0, 1, $number); ins($RETURN, 0, 0, $EPERM) }
ins($EQUAL, 0, 1, 435); ins($RETURN, 0, 0, $ENOSYS);    # clone3 hides its flags: libc falls back to clone
ins($EQUAL, 0, 4, $nr{clone}); ins($LOAD, 0, 0, $word->(0)); ins($SET, 0, 1, 0x10000); ins($RETURN, 0, 0, $ALLOW); ins($RETURN, 0, 0, $EPERM);    # CLONE_THREAD
for my $number (@nr{qw(kill tgkill)}) { ins($EQUAL, 0, 4, $number); ins($LOAD, 0, 0, $word->(0)); ins($EQUAL, 0, 1, $$); ins($RETURN, 0, 0, $ALLOW); ins($RETURN, 0, 0, $EPERM) }
ins($EQUAL, 0, 5, $nr{prlimit}); ins($LOAD, 0, 0, $word->(0)); ins($EQUAL, 1, 0, 0); ins($EQUAL, 0, 1, $$); ins($RETURN, 0, 0, $ALLOW); ins($RETURN, 0, 0, $EPERM);
ins($EQUAL, 0, 4, $nr{prctl}); ins($LOAD, 0, 0, $word->(0)); ins($EQUAL, 0, 1, 1); ins($RETURN, 0, 0, $EPERM); ins($RETURN, 0, 0, $ALLOW);        # PR_SET_PDEATHSIG
ins($EQUAL, 0, 5, $nr{ioctl}); ins($LOAD, 0, 0, $word->(1)); ins($EQUAL, 1, 0, 0x5412); ins($EQUAL, 0, 1, 0x541C); ins($RETURN, 0, 0, $EPERM); ins($RETURN, 0, 0, $ALLOW);
ins($EQUAL, 0, 6, $nr{execve}); ins($LOAD, 0, 0, $word->(0)); ins($EQUAL, 0, 3, $path_address & 0xffffffff); ins($LOAD, 0, 0, $word->(0) + 4); ins($EQUAL, 0, 1, $path_address >> 32); ins($RETURN, 0, 0, $ALLOW); ins($RETURN, 0, 0, $EPERM);
ins($RETURN, 0, 0, $ALLOW);

my $filter = join '', @program;
my $descriptor = pack 'SxxxxxxP', scalar(@program), $filter;
call('close_range', 4, 0xffffffff, 4);    # CLOSE_RANGE_CLOEXEC: 0, 1, 2 and the door stay
if (syscall($nr{seccomp}, 1, 0, $descriptor) == 0) { push @walls, 'seccomp' }

my $text = join ' ', @walls;
my $frame = pack('LCLa*', 1 + 4 + length $text, 1, length $text, $text);
call('write', 3, $frame, length $frame);    # not open(): perl would mark descriptor 3 close-on-exec
syscall($nr{execve}, $path, $arguments, $environment);
die "launch: $ARGV[0]: $!\n";
