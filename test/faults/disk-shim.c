/*
 * Stands between a process and its disk (LD_PRELOAD): writes down, in the order in which they took effect, everything
 * that is done to the files under one folder, and lets calls fail as a control file says.
 *
 *   DISK_SHIM_FOLDER   absolute path: only files below it are looked at
 *   DISK_SHIM_LOG      where the record goes (record.ts reads it); nothing is recorded without it
 *   DISK_SHIM_CONTROL  lines of "<write|sync|open|change> <ERRNO> <part of the path>"; read again before every call;
 *                      "sync-once": what stands below it comes to be only then
 *
 * Memory-mapped writes pass unseen: SQLite maps only its -shm file, which says nothing after a power cut.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATED = 1, WRITTEN, TRUNCATED, SYNCED, RENAMED, UNLINKED, MADE };

#define MOST_FILES 4096
#define LONGEST_PATH 1024

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *paths[MOST_FILES];
static int appends[MOST_FILES];
static char folder[LONGEST_PATH];
static size_t folder_length;
static char control[LONGEST_PATH];
static int log_file = -1;

#define REAL(result, name, ...) \
  static result (*real_##name)(__VA_ARGS__); \
  static void find_##name(void) { if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name); }

REAL(int, open64, const char *, int, ...)
REAL(int, openat64, int, const char *, int, ...)
REAL(ssize_t, write, int, const void *, size_t)
REAL(ssize_t, read, int, void *, size_t)
REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)
REAL(ssize_t, writev, int, const struct iovec *, int)
REAL(ssize_t, pwritev64, int, const struct iovec *, int, off64_t)
REAL(int, ftruncate64, int, off64_t)
REAL(int, fsync, int)
REAL(int, fdatasync, int)
REAL(int, rename, const char *, const char *)
REAL(int, unlink, const char *)
REAL(int, unlinkat, int, const char *, int)
REAL(int, remove, const char *)
REAL(int, mkdir, const char *, mode_t)
REAL(long, syscall, long, ...)
REAL(ssize_t, sendfile64, int, int, off64_t *, size_t)
REAL(int, close, int)
REAL(int, access, const char *, int)

__attribute__((constructor)) static void begin(void) {
  find_open64(), find_openat64(), find_write(), find_read(), find_pwrite64(), find_writev(), find_pwritev64();
  find_ftruncate64(), find_fsync(), find_fdatasync(), find_rename(), find_unlink(), find_unlinkat(), find_remove();
  find_mkdir(), find_syscall(), find_sendfile64(), find_close(), find_access();
  const char *given = getenv("DISK_SHIM_FOLDER");
  if (!given || strlen(given) >= LONGEST_PATH) return;
  strcpy(folder, given);
  folder_length = strlen(folder);
  const char *log_path = getenv("DISK_SHIM_LOG");
  if (log_path) log_file = real_open64(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *control_path = getenv("DISK_SHIM_CONTROL");
  if (control_path && strlen(control_path) < LONGEST_PATH) strcpy(control, control_path);
}

static int is_watched(const char *path) {
  return folder_length > 0 && path && strncmp(path, folder, folder_length) == 0 &&
         (path[folder_length] == '/' || path[folder_length] == 0);
}

static const char *path_of(int fd) { return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL; }

static void put(const void *bytes, size_t length) {
  const char *from = bytes;
  while (length > 0) {
    ssize_t written = real_write(log_file, from, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) { fprintf(stderr, "disk-shim: the record cannot be written\n"); _exit(98); }
    from += written;
    length -= written;
  }
}

/* Kind, length of the path, length of the data, zero, offset (64 bits); then path and data. Little endian. */
static void record(int kind, const char *path, uint64_t offset, const void *data, size_t length) {
  if (log_file < 0) return;
  int before = errno;
  uint32_t head[4] = {kind, strlen(path), length, 0};
  put(head, sizeof head);
  put(&offset, sizeof offset);
  put(path, head[1]);
  put(data, length);
  errno = before;
}

static int number_of(const char *name) {
  if (!strcmp(name, "ENOSPC")) return ENOSPC;
  if (!strcmp(name, "EROFS")) return EROFS;
  return EIO;
}

static void replace_control(const char *text) {
  int file = real_open64(control, O_WRONLY | O_TRUNC | O_CLOEXEC);
  if (file < 0) return;
  if (text && real_write(file, text, strlen(text)) < 0) fprintf(stderr, "disk-shim: the control cannot be written\n");
  real_close(file);
}

/* The error this call is to fail with, or 0. */
static int fault(const char *call, const char *path) {
  if (!control[0]) return 0;
  int before = errno, found = 0;
  char text[4096];
  int file = real_open64(control, O_RDONLY | O_CLOEXEC);
  ssize_t length = file < 0 ? 0 : real_read(file, text, sizeof text - 1);
  if (file >= 0) real_close(file);
  text[length > 0 ? length : 0] = 0;
  char *rest = NULL;
  for (char *line = strtok_r(text, "\n", &rest); line && !found; line = strtok_r(NULL, "\n", &rest)) {
    char which[16], name[16], part[LONGEST_PATH];
    if (sscanf(line, "%15s %15s %1023s", which, name, part) != 3) continue;
    char *once = strstr(which, "-once");
    int is_once = once != NULL;
    if (once) *once = 0;
    int is_meant = !strcmp(which, call) && strstr(path, part);
    if (is_meant) found = number_of(name);
    if (is_meant && is_once) replace_control(rest);
    if (is_once) break;
  }
  errno = before;
  return found;
}

#define FAIL_IF(call, path) \
  do { int error = fault(call, path); if (error) { pthread_mutex_unlock(&lock); errno = error; return -1; } } while (0)

static int remember(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= MOST_FILES) return fd;
  free(paths[fd]);
  paths[fd] = strdup(path);
  appends[fd] = (flags & O_APPEND) != 0;
  if ((flags & O_CREAT) && !existed) record(CREATED, path, 0, NULL, 0);
  if ((flags & O_TRUNC) && existed) record(TRUNCATED, path, 0, NULL, 0);
  return fd;
}

static int opened(int directory, const char *path, int flags, mode_t mode) {
  if (!is_watched(path)) return directory == AT_FDCWD ? real_open64(path, flags, mode) : real_openat64(directory, path, flags, mode);
  pthread_mutex_lock(&lock);
  if ((flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT)) FAIL_IF("open", path);
  struct stat64 about;
  int before = errno, existed = stat64(path, &about) == 0;
  errno = before;
  int fd = remember(real_open64(path, flags, mode), path, flags, existed);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE(last) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, last); mode = va_arg(rest, mode_t); va_end(rest); }

int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat64(int directory, const char *path, int flags, ...) { MODE(flags) return opened(directory, path, flags, mode); }
int openat(int directory, const char *path, int flags, ...) { MODE(flags) return opened(directory, path, flags, mode); }

/* Where a write without an offset begins. */
static off64_t place_of(int fd) {
  int before = errno;
  struct stat64 about;
  off64_t place = appends[fd] && fstat64(fd, &about) == 0 ? about.st_size : lseek64(fd, 0, SEEK_CUR);
  errno = before;
  return place < 0 ? 0 : place;
}

ssize_t write(int fd, const void *data, size_t length) {
  if (!path_of(fd)) return real_write(fd, data, length);
  pthread_mutex_lock(&lock);
  FAIL_IF("write", paths[fd]);
  off64_t place = place_of(fd);
  ssize_t written = real_write(fd, data, length);
  if (written > 0) record(WRITTEN, paths[fd], place, data, written);
  pthread_mutex_unlock(&lock);
  return written;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t place) {
  if (!path_of(fd)) return real_pwrite64(fd, data, length, place);
  pthread_mutex_lock(&lock);
  FAIL_IF("write", paths[fd]);
  ssize_t written = real_pwrite64(fd, data, length, place);
  if (written > 0) record(WRITTEN, paths[fd], place, data, written);
  pthread_mutex_unlock(&lock);
  return written;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t place) { return pwrite64(fd, data, length, place); }

static void record_parts(int fd, const struct iovec *parts, int count, off64_t place, ssize_t written) {
  for (int part = 0; part < count && written > 0; part++) {
    size_t length = parts[part].iov_len < (size_t)written ? parts[part].iov_len : (size_t)written;
    record(WRITTEN, paths[fd], place, parts[part].iov_base, length);
    place += length;
    written -= length;
  }
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!path_of(fd)) return real_writev(fd, parts, count);
  pthread_mutex_lock(&lock);
  FAIL_IF("write", paths[fd]);
  off64_t place = place_of(fd);
  ssize_t written = real_writev(fd, parts, count);
  record_parts(fd, parts, count, place, written);
  pthread_mutex_unlock(&lock);
  return written;
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t place) {
  if (!path_of(fd)) return real_pwritev64(fd, parts, count, place);
  pthread_mutex_lock(&lock);
  FAIL_IF("write", paths[fd]);
  ssize_t written = real_pwritev64(fd, parts, count, place);
  record_parts(fd, parts, count, place, written);
  pthread_mutex_unlock(&lock);
  return written;
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t place) { return pwritev64(fd, parts, count, place); }

int ftruncate64(int fd, off64_t length) {
  if (!path_of(fd)) return real_ftruncate64(fd, length);
  pthread_mutex_lock(&lock);
  /* A file that grows by being cut to a longer length needs no room. */
  if (fault("write", paths[fd]) != ENOSPC) FAIL_IF("write", paths[fd]);
  int result = real_ftruncate64(fd, length);
  if (result == 0) record(TRUNCATED, paths[fd], length, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, int (*real)(int)) {
  if (!path_of(fd)) return real(fd);
  pthread_mutex_lock(&lock);
  FAIL_IF("sync", paths[fd]);
  int result = real(fd);
  if (result == 0) record(SYNCED, paths[fd], 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int fsync(int fd) { return synced(fd, real_fsync); }
int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int rename(const char *from, const char *to) {
  if (!is_watched(from) && !is_watched(to)) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  FAIL_IF("change", to);
  int result = real_rename(from, to);
  if (result == 0) record(RENAMED, from, 0, to, strlen(to));
  pthread_mutex_unlock(&lock);
  return result;
}

static int is_folder(const char *path) {
  struct stat64 about;
  int before = errno, result = lstat64(path, &about) == 0 && S_ISDIR(about.st_mode);
  errno = before;
  return result;
}

/* A folder that is removed is not recorded: it is empty, and its name says nothing. */
static int removed(const char *path, int (*real)(const char *)) {
  if (!is_watched(path) || is_folder(path)) return real(path);
  pthread_mutex_lock(&lock);
  FAIL_IF("change", path);
  int result = real(path);
  if (result == 0) record(UNLINKED, path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}
int unlink(const char *path) { return removed(path, real_unlink); }
int remove(const char *path) { return removed(path, real_remove); }

int unlinkat(int directory, const char *name, int flags) {
  const char *above = path_of(directory);
  char path[2 * LONGEST_PATH];
  if (name[0] == '/' || !above) snprintf(path, sizeof path, "%s", name);
  else snprintf(path, sizeof path, "%s/%s", above, name);
  if ((flags & AT_REMOVEDIR) || !is_watched(path)) return real_unlinkat(directory, name, flags);
  return unlink(path);
}

int mkdir(const char *path, mode_t mode) {
  if (!is_watched(path)) return real_mkdir(path, mode);
  pthread_mutex_lock(&lock);
  FAIL_IF("change", path);
  int result = real_mkdir(path, mode);
  if (result == 0) record(MADE, path, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return result;
}

ssize_t sendfile64(int to, int from, off64_t *place, size_t length) {
  if (!path_of(to)) return real_sendfile64(to, from, place, length);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile(int to, int from, off_t *place, size_t length) { return sendfile64(to, from, place, length); }

int access(const char *path, int mode) {
  int error = is_watched(path) && (mode & W_OK) ? fault("open", path) : 0;
  if (!error) return real_access(path, mode);
  errno = error;
  return -1;
}

int close(int fd) {
  if (!path_of(fd)) return real_close(fd);
  pthread_mutex_lock(&lock);
  free(paths[fd]);
  paths[fd] = NULL;
  int result = real_close(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

/*
 * libuv closes files in this way. A copy that the kernel makes by itself passes no write: whoever asks for one is sent back to
 * reading and writing.
 */
long syscall(long number, ...) {
  long given[6];
  va_list rest;
  va_start(rest, number);
  for (int each = 0; each < 6; each++) given[each] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_close) return close((int)given[0]);
  if (number == SYS_copy_file_range && path_of((int)given[2])) {
    errno = EXDEV;
    return -1;
  }
  return real_syscall(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
