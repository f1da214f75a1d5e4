import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../model/user-error.ts';
import { brokerPom, brokerProperties, kafkaVersion } from './kafka-files.ts';
import { runProgram, type Environment } from './processes.ts';

/** A broker that programs can be run against. */
export interface Broker {
  /** `127.0.0.1:9092`; several are separated by commas. */
  readonly servers: string;
  /** Of Apache Kafka. Undefined: nobody knows. */
  readonly version: string | undefined;
  /** True when it was there before us, and has topics of others. */
  readonly isShared: boolean;
  readonly stop: () => Promise<void>;
}

/** A broker that somebody else runs. */
export function sharedBroker(servers: string, version: string | undefined): Broker {
  return { servers, version, isShared: true, stop: async () => undefined };
}

/**
 * Starts a new Apache Kafka of one node on loopback. It needs Java 17 or newer, and Maven the first time; the jars are
 * kept in `cache`. It ends with `stop`, and by itself when this process ends.
 */
export async function startBroker(cache: string, environment: Environment, stop: AbortSignal): Promise<Broker> {
  const jars = await kafkaJars(cache, environment, stop);
  const home = await mkdtemp(join(tmpdir(), 'catalog-kafka-'));
  const remove = () => rm(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    return await startIn(home, join(jars, '*'), environment, stop, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

const JAVA = 'java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1';
const QUIET = '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn';
/** Any identifier of a cluster does: this one has no neighbours. */
const CLUSTER = 'Y2F0YWxvZy1wcm92ZS1rYQ';

async function startIn(
  home: string,
  classPath: string,
  environment: Environment,
  stop: AbortSignal,
  remove: () => Promise<void>,
): Promise<Broker> {
  const [port, controllerPort] = await freePorts();
  const java = { ...environment, CLASSPATH: classPath };
  await writeFile(join(home, 'server.properties'), brokerProperties(port, controllerPort, join(home, 'data')));
  const format = `${JAVA} ${QUIET} kafka.tools.StorageTool format -t ${CLUSTER} -c server.properties`;
  const formatted = await runProgram(format, home, java, stop, 60_000);
  if (formatted.code !== 0) throw notStarted(formatted.err);
  // The shell reads from us: when this process is gone, however it went, the broker goes too.
  const command = `${JAVA} ${QUIET} kafka.Kafka server.properties & kafka=$!; read -r _; kill $kafka; wait $kafka`;
  const child = spawn('sh', ['-c', command], { cwd: home, env: java, stdio: ['pipe', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-20_000);
  });
  const isOver = () => child.exitCode !== null || stop.aborted || / ERROR /.test(log);
  const end = async () => {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined;
    child.stdin.end();
    await ended;
    await remove();
  };
  if (!(await isAnswering(port, isOver))) {
    await end();
    throw stop.aborted ? new UserError('Stopped.') : notStarted(log);
  }
  return { servers: `127.0.0.1:${port}`, version: kafkaVersion, isShared: false, stop: end };
}

function notStarted(log: string): UserError {
  const said = log.trim().split('\n').slice(-8).join('\n');
  return new UserError(
    `Apache Kafka ${kafkaVersion} did not start. It needs Java 17 or newer. To use a broker that runs already, set KAFKA_BOOTSTRAP_SERVERS. It said:\n${said}`,
  );
}

/** The folder of Kafka's jars, which Maven fills the first time. */
async function kafkaJars(cache: string, environment: Environment, stop: AbortSignal): Promise<string> {
  const folder = join(cache, `kafka-${kafkaVersion}`);
  if (await exists(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'download-'));
  try {
    await writeFile(join(work, 'pom.xml'), brokerPom);
    const copy = 'mvn --quiet --batch-mode dependency:copy-dependencies -DoutputDirectory=lib -DincludeScope=runtime';
    const { code, out, err } = await runProgram(copy, work, environment, stop, 600_000);
    if (stop.aborted) throw new UserError('Stopped.');
    if (code !== 0) {
      throw new UserError(
        `Apache Kafka could not be downloaded. It needs Maven (mvn) and Java. To use a broker that runs already, set KAFKA_BOOTSTRAP_SERVERS. Maven said:\n${(out + err).trim().split('\n').slice(-5).join('\n')}`,
      );
    }
    // Another run may have been quicker: its jars are the same.
    await rename(join(work, 'lib'), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function freePorts(): Promise<readonly [number, number]> {
  const [first, second] = [createServer(), createServer()];
  const ports: number[] = [];
  for (const server of [first, second]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    ports.push(typeof address === 'object' && address !== null ? address.port : 0);
  }
  for (const server of [first, second]) server.close();
  const [port = 0, controllerPort = 0] = ports;
  return [port, controllerPort];
}

async function isAnswering(port: number, isOver: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !isOver()) {
    const socket = connect({ port, host: '127.0.0.1' });
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return true;
    await sleep(100);
  }
  return false;
}
