/* Loaded before the C library: makes chosen calls fail below one folder, and lets the clock on the wall jump.
 *
 *   SHIM_CALL=fsync SHIM_ERRNO=5 SHIM_PATH=/reports SHIM_AFTER=2   the third fsync of something there, and all after it, fail
 *   SHIM_CLOCK=1                                                    ten days ahead, ten days back, changing every 20 milliseconds
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static int seen;

static int fails(const char *call, int fd) {
    const char *wanted = getenv("SHIM_CALL"), *below = getenv("SHIM_PATH"), *after = getenv("SHIM_AFTER");
    char link[64], path[PATH_MAX];
    if (!wanted || !below || strcmp(wanted, call)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    const char *lock = strstr(path, "/.lock");
    if (strncmp(path, below, strlen(below)) || lock) return 0;
    if (seen++ < (after ? atoi(after) : 0)) return 0;
    errno = atoi(getenv("SHIM_ERRNO"));
    return 1;
}

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) {
    return fails("write", fd) ? -1 : REAL(write)(fd, data, size);
}

int fsync(int fd) { return fails("fsync", fd) ? -1 : REAL(fsync)(fd); }

int renameat(int from, const char *old, int to, const char *new) {
    return fails("rename", to) ? -1 : REAL(renameat)(from, old, to, new);
}

int openat(int folder, const char *name, int flags, ...) {
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
        if (fails("create", folder)) return -1;
    }
    return REAL(openat)(folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
        if (fails("create", folder)) return -1;
    }
    return REAL(openat64)(folder, name, flags, mode);
}

static long shift(void) {
    struct timespec now;
    if (!getenv("SHIM_CLOCK")) return 0;
    REAL(clock_gettime)(CLOCK_MONOTONIC, &now);
    return (now.tv_sec * 50 + now.tv_nsec / 20000000) % 2 ? 10 * 86400L : -10 * 86400L;  /* more than that, and `poll` would refuse a deadline */
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = REAL(clock_gettime)(clock, now);
    if (!result && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift();
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = REAL(gettimeofday)(now, zone);
    if (!result) now->tv_sec += shift();
    return result;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
