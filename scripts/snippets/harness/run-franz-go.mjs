// Compiles every Go program of a folder against a stand-in for franz-go, and runs the producers and the first consumer, all
// in one process. Arguments: folder, number of programs, report file.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, countText, report] = process.argv.slice(2);
const count = Number(countText);
const module = join(root, 'module');
cpSync(join(import.meta.dirname, 'go'), join(module, 'franz-go', 'pkg'), { recursive: true });
writeFileSync(join(module, 'franz-go', 'go.mod'), 'module github.com/twmb/franz-go\n\ngo 1.24\n');
writeFileSync(
  join(module, 'go.mod'),
  'module all\n\ngo 1.24\n\nrequire github.com/twmb/franz-go v0.0.0\n\nreplace github.com/twmb/franz-go => ./franz-go\n',
);

/** A package of its own for each program: only its name and that of `main` change. */
function place(name, file) {
  const text = readFileSync(file, 'utf8');
  const parts = text.split('\npackage main\n');
  if (parts.length !== 2 || parts[1].split('\nfunc main() {\n').length !== 2) throw new Error(`${file}: ${text}`);
  mkdirSync(join(module, name));
  const body = parts[1].replace('\nfunc main() {\n', '\nfunc RunInHarness() {\n');
  writeFileSync(join(module, name, 'program.go'), `${parts[0]}\npackage ${name}\n${body}`);
}

const names = [];
for (let index = 0; index < count; index += 1) {
  for (const role of ['producer', 'consumer']) {
    names.push(`${role}${index}`);
    place(`${role}${index}`, join(root, String(index), `${role}.franz-go.go`));
  }
}

const own = 'OutOfStock';
const held = [
  ['{"event_id": "1", "future": {}}', own],
  ['{"event_id": "2"}'],
  ['{"event_id": "3"}', 'PriceChanged'],
  [undefined, own],
  ['\\x00avro', 'PriceChanged'],
  ['not JSON', own],
  ['"\\xff"'],
  ['{"event_id": "\\\\u00fc", "new_quantity": 9007199254740993}', ''],
];
const records = held.map(([value, type], offset) => {
  const bytes = value === undefined ? 'nil' : `[]byte("${value.replaceAll('"', '\\"')}")`;
  const headers = type === undefined ? '' : `{Key: "message-type", Value: []byte("${type}")}`;
  return `{Topic: "inventory.adjusted", Offset: ${offset}, Value: ${bytes}, Headers: []kgo.RecordHeader{${headers}}},`;
});
mkdirSync(join(module, 'cmd'));
writeFileSync(
  join(module, 'cmd', 'main.go'),
  `package main

import (
	"encoding/json"
	"os"

	"github.com/twmb/franz-go/pkg/kgo"
${names.map((name) => `	"all/${name}"\n`).join('')})

func main() {
	stdout := os.Stdout
	os.Stdout, _ = os.Open(os.DevNull)
${names
  .filter((name) => name.startsWith('producer'))
  .map((name) => `	${name}.RunInHarness()\n`)
  .join('')}	os.Stdout = stdout
	kgo.Journal = nil
	kgo.Played = []*kgo.Record{
${records.join('\n')}
	}
	consumer0.RunInHarness()
	for _, consumer := range []func(){
${names
  .filter((name) => name.startsWith('consumer'))
  .map((name) => `		${name}.RunInHarness,\n`)
  .join('')}	} {
		_ = consumer
	}
	text, err := json.Marshal(map[string]any{"sent": kgo.Sent, "journal": kgo.Journal})
	if err == nil {
		err = os.WriteFile(os.Args[1], text, 0o644)
	}
	if err != nil {
		panic(err)
	}
}
`,
);
const environment = { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' };
delete environment.KAFKA_BOOTSTRAP_SERVERS;
const options = { cwd: module, env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
// Every program as gofmt would have it.
const unformatted = execFileSync('gofmt', ['-l', ...names.map((name) => `${name}/program.go`)], options);
if (unformatted !== '') {
  const [first] = unformatted.split('\n');
  throw new Error(`not as gofmt: ${unformatted}${execFileSync('gofmt', ['-d', first], options)}`);
}
execFileSync('go', ['build', '-gcflags=all=-N -l', '-o', 'all', './cmd'], options);
const output = join(root, 'output');
const error = join(root, 'error');
execFileSync('sh', ['-c', `./all "$1" >"$2" 2>"$3"`, 'sh', join(root, 'noted'), output, error], options);
const noted = JSON.parse(readFileSync(join(root, 'noted'), 'utf8'));
const [out, err] = [output, error].map((path) => readFileSync(path, 'utf8'));
writeFileSync(report, JSON.stringify({ ...noted, out, err }));
