// What an ordinary C program does, by way of the C library.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int failed;

static void check(int line, int holds, const char *what) {
  if (holds) return;
  failed = 1;
  printf("line %d: %s (errno %d)\n", line, what, errno);
}

#define TRUE(condition) check(__LINE__, !!(condition), #condition)
#define FAILS(call, number) check(__LINE__, (call) == -1 && errno == (number), #call " with " #number)

static void files(void) {
  FILE *file = fopen("/notes.txt", "w");
  TRUE(file != NULL);
  TRUE(fprintf(file, "line %d\n", 1) == 7);
  TRUE(fclose(file) == 0);
  file = fopen("notes.txt", "a+");
  TRUE(fputs("line 2\n", file) >= 0 && fseek(file, 0, SEEK_SET) == 0);
  char line[32];
  TRUE(fgets(line, sizeof line, file) && strcmp(line, "line 1\n") == 0);
  TRUE(fgets(line, sizeof line, file) && strcmp(line, "line 2\n") == 0);
  TRUE(fgets(line, sizeof line, file) == NULL && feof(file));
  TRUE(fclose(file) == 0);

  struct stat status;
  TRUE(stat("notes.txt", &status) == 0 && S_ISREG(status.st_mode) && status.st_size == 14);
  TRUE(truncate("notes.txt", 4) == 0 && stat("notes.txt", &status) == 0 && status.st_size == 4);
  struct timespec times[2] = {{1000000000, 123456789}, {1100000000, 987654321}};
  TRUE(utimensat(AT_FDCWD, "notes.txt", times, 0) == 0 && stat("notes.txt", &status) == 0);
  TRUE(status.st_mtim.tv_sec == 1100000000 && status.st_mtim.tv_nsec == 987654321);
  int fd = open("notes.txt", O_RDWR);
  TRUE(fd >= 0 && lseek(fd, 0, SEEK_END) == 4 && fsync(fd) == 0 && !isatty(fd) && close(fd) == 0);
  FAILS(open("notes.txt", O_RDWR | O_CREAT | O_EXCL, 0600), EEXIST);
  FAILS(open("none.txt", O_RDONLY), ENOENT);
  FAILS(open("notes.txt", O_RDONLY | O_DIRECTORY), ENOTDIR);
  TRUE(rename("notes.txt", "renamed.txt") == 0);
  FAILS(access("notes.txt", R_OK), ENOENT);
  TRUE(link("renamed.txt", "linked.txt") == 0 && unlink("linked.txt") == 0);
}

static void folders(void) {
  TRUE(mkdir("folder", 0700) == 0 && mkdir("folder/inner", 0700) == 0);
  FAILS(mkdir("folder", 0700), EEXIST);
  FAILS(rmdir("folder"), ENOTEMPTY);
  FAILS(unlink("folder"), EISDIR);
  FAILS(open("folder", O_WRONLY), EISDIR);
  TRUE(symlink("inner", "folder/link") == 0);
  char target[32] = "";
  TRUE(readlink("folder/link", target, sizeof target) == 5 && strcmp(target, "inner") == 0);
  DIR *listing = opendir("folder");
  TRUE(listing != NULL);
  int inner = 0, links = 0;
  for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;) {
    inner += strcmp(entry->d_name, "inner") == 0 && entry->d_type == DT_DIR && entry->d_ino != 0;
    links += strcmp(entry->d_name, "link") == 0 && entry->d_type == DT_LNK;
  }
  TRUE(inner == 1 && links == 1);
  TRUE(closedir(listing) == 0);
  int folder = open("folder", O_RDONLY | O_DIRECTORY);
  TRUE(folder >= 0);
  TRUE(openat(folder, "inner/made", O_CREAT | O_WRONLY, 0600) >= 0);
  FAILS(openat(folder, "../renamed.txt", O_RDONLY), EPERM);
}

int main(int count, char **arguments) {
  TRUE(count == 2 && strcmp(arguments[0], "libc.wasm") == 0 && strcmp(arguments[1], "argument") == 0);
  TRUE(getenv("NAME") && strcmp(getenv("NAME"), "value") == 0 && getenv("HOME") == NULL);
  files();
  folders();
  struct timespec now, moment = {0, 1000000};
  TRUE(clock_gettime(CLOCK_MONOTONIC, &now) == 0 && nanosleep(&moment, NULL) == 0 && time(NULL) > 1500000000);
  unsigned char random[16] = {0};
  TRUE(getentropy(random, sizeof random) == 0);
  int input = getchar();
  TRUE(input == 'i');
  return failed;
}
