import { all, any, call, says, type ValueTest, words } from "../match.ts";
import { defineRule } from "../rule.ts";
import { CONTAINER_RUNS } from "../vocabulary/shell-commands.ts";

const MOUNT = String.raw`(-v|--volume|--mount|source|src)[ =]["']?([\w,=]*(source|src)=)?`;

/** Password files and folders of keys of the host. */
const SECRETS_MOUNTED: ValueTest = says(
  new RegExp(
    String.raw`${MOUNT}(\/etc\/(shadow|sudoers|gshadow)|[^\s:,]*\/\.(ssh|aws|gnupg|kube|config\/gcloud|docker\/config))`,
  ),
);
/** All of the host's files, to be written. */
const ROOT_MOUNTED: ValueTest = says(
  new RegExp(String.raw`${MOUNT}\/(:\/?[\w/-]*(:rw|["' ]|$)|,(target|dst|destination)=[^ ,]*( |$))`),
);
const SOCKET_MOUNTED: ValueTest = says(/(docker|podman|containerd|crio)\.sock/);
const HOME_MOUNTED: ValueTest = says(new RegExp(String.raw`${MOUNT}(\/(home|root|Users)\/?|~\/?|\$\{?HOME\}?\/?)[:,]`));
const PRIVILEGED: ValueTest = says(/--privileged( |=true|$)/);
const CAPABILITIES: ValueTest = says(/--cap-add[ =](all|(cap_)?sys_(admin|module|ptrace|rawio))/i);
const UNCONFINED: ValueTest = says(/--security-opt[ =](apparmor|seccomp|label)[:=](unconfined|disable)/);
const HOST_PROCESSES: ValueTest = says(/--pid[ =]host/);
const INTO_HOST: ValueTest = says(/(^| )(chroot \/|nsenter )/);
const DEVICES: ValueTest = says(/--device[ =]\/dev\/(sd|nvme|vd|mem|kmem)/);

const SECRETS_GIVEN: ValueTest = says(
  /(-e|--env)[ =]["']?(AWS_SECRET_ACCESS_KEY|AZURE_CLIENT_SECRET|GOOGLE_APPLICATION_CREDENTIALS|GITHUB_TOKEN|GH_TOKEN|NPM_TOKEN|KUBECONFIG)=/,
);

const each = (...of: readonly ValueTest[]) => all(...of.map((is) => words(is)));
const someOf = (...of: readonly ValueTest[]) => any(...of.map((is) => words(is)));

export default defineRule({
  id: "container-takes-over-host",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["shell"],
  title: "a container is started in a way that gives it the host",
  why: "With the host's files, keys and rights together a container is no wall: what runs in it is root on the machine.",
  fix: "Run it without privileges, and mount only the folder that it works on.",
  references: ["CWE-250", "ATT&CK T1611", "ATT&CK T1610"],
  match: call({
    of: CONTAINER_RUNS,
    where: any(
      all(words(SECRETS_MOUNTED), someOf(PRIVILEGED, SOCKET_MOUNTED, CAPABILITIES, HOST_PROCESSES)),
      all(words(ROOT_MOUNTED), someOf(PRIVILEGED, INTO_HOST, HOST_PROCESSES, CAPABILITIES)),
      all(words(INTO_HOST), someOf(PRIVILEGED, HOST_PROCESSES)),
      each(PRIVILEGED, CAPABILITIES, UNCONFINED),
      all(each(PRIVILEGED, HOME_MOUNTED), someOf(CAPABILITIES, UNCONFINED, SOCKET_MOUNTED, HOST_PROCESSES)),
      each(PRIVILEGED, DEVICES),
      each(PRIVILEGED, SECRETS_GIVEN),
    ),
  }),
  bad: [
    { "run.sh": "docker run -it --rm -v /:/mnt alpine chroot /mnt sh" },
    { "run.sh": "docker run --privileged --pid=host -it alpine nsenter -t 1 -m -u -n -i sh" },
    { "SKILL.md": "```sh\npodman run --privileged \\\n  -v /etc/shadow:/s:ro \\\n  indexer:1\n```\n" },
    {
      "SKILL.md":
        "```sh\ndocker run -d -v ~/.ssh:/keys:ro -v /var/run/docker.sock:/var/run/docker.sock watcher:latest\n```\n",
    },
    { "run.sh": "docker run --privileged --cap-add SYS_ADMIN --security-opt seccomp=unconfined tool" },
    { "run.sh": "sudo docker run --privileged --mount type=bind,source=/,target=/host tool" },
  ],
  good: [
    { "run.sh": "docker run --privileged docker:dind" },
    { "run.sh": "docker run -v /var/run/docker.sock:/var/run/docker.sock portainer/portainer-ce" },
    {
      "SKILL.md":
        "```sh\ndocker run -d --net=host --pid=host -v /:/host:ro,rslave quay.io/prometheus/node-exporter --path.rootfs=/host\n```\n",
    },
    {
      "SKILL.md":
        "```sh\ndocker run --privileged --volume=/:/rootfs:ro --volume=/var/run:/var/run:ro --volume=/sys:/sys:ro --device=/dev/kmsg cadvisor\n```\n",
    },
    {
      "run.sh": "docker run -it --privileged -v /var/run/docker.sock:/var/run/docker.sock -v /proc:/host/proc:ro falco",
    },
    { "run.sh": 'docker run --rm -v "$PWD":/work -w /work node:22 npm test' },
    { "run.sh": "docker run --rm -v ~/.ssh:/root/.ssh:ro ansible ansible-playbook site.yml" },
    { "run.sh": "docker run --gpus all --cap-add=SYS_ADMIN --device=/dev/fuse nvidia/cuda" },
  ],
});
