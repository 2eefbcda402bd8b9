/* What glibc offers beyond POSIX for starting programs; Swift's own module of glibc leaves it out. */
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

extern char **environ;

int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
int pipe2(int[2], int);

/* POSIX_SPAWN_SETSID of <spawn.h>. */
enum { JIANBAO_SPAWN_SETSID = 0x80 };

static inline char **jianbao_environment(void) { return environ; }
