# A machine of its own, as far as programs can tell: processes, network, mounts and control groups are its own, its root is
# the folder $LOWER with changes kept in memory, and all of it ends with this process.
set -eu
root=$WORK/root
mkdir -p "$root" "$WORK/containers"
mount -t tmpfs -o mode=755 none "$root"
mkdir "$root/upper" "$root/over" "$root/root"
mount -t overlay -o "lowerdir=$LOWER,upperdir=$root/upper,workdir=$root/over" none "$root/root"
root=$root/root
for name in bin sbin lib lib64; do [ -e "$root/$name" ] || ln -s "usr/$name" "$root/$name"; done
cd "$root"
mkdir -p proc sys dev run tmp root etc var/tmp var/lib/containers
mount -t proc none proc
mount -t sysfs none sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs -o mode=755 none dev
for name in null zero full random urandom tty; do touch "dev/$name"; mount --bind "/dev/$name" "dev/$name"; done
mkdir dev/pts dev/shm dev/mqueue
mount -t devpts -o newinstance,ptmxmode=0666 none dev/pts
mount -t tmpfs none dev/shm
mount -t mqueue none dev/mqueue
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr
mount -t tmpfs none run
mount -t tmpfs none tmp
mount --bind "$WORK/containers" var/lib/containers
for pair in $SHOWN; do
  mkdir -p ".${pair#*:}"
  mount --bind "${pair%%:*}" ".${pair#*:}"
done
mkdir old
pivot_root . old
umount -l old
rmdir old
export PATH=/usr/sbin:/usr/bin HOME=/root

printf 'root:x:0:0::/root:/bin/bash\nseonmul:x:10001:10001::/:/usr/sbin/nologin\n' >etc/passwd
printf 'root:x:0:\nseonmul:x:10001:\n' >etc/group
echo 'nameserver 127.0.0.1' >etc/resolv.conf
ip link set lo up
# Containers get groups beside the one of everything else.
mkdir /sys/fs/cgroup/machine
echo 0 >/sys/fs/cgroup/machine/cgroup.procs
mkdir -p etc/containers
pids=2048
read -r controllers </sys/fs/cgroup/cgroup.controllers || true
case " $controllers " in *" pids "*) ;; *) pids=0 ;; esac
printf '[containers]\npids_limit = %s\nlog_driver = "k8s-file"\n[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "file"\nruntime = "crun"\n' $pids >etc/containers/containers.conf
printf '[storage]\ndriver = "overlay"\ngraphroot = "/var/lib/containers/storage"\nrunroot = "/run/containers/storage"\n' >etc/containers/storage.conf

# Whoever started us holds the other end of standard input; once they are gone, however they ended, so are we.
echo ready
while read -r _; do :; done
