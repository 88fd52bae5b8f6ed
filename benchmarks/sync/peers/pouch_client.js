// PouchDB in memory: node pouch_client.js URL; orders on standard input: "pull", "write FILE", "push".
const crypto = require('crypto');
const fs = require('fs');
const readline = require('readline');
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));

const remote = new PouchDB(`${process.argv[2]}/alerts`, { skip_setup: true });
const copy = new PouchDB('copy', { adapter: 'memory' });
const desk = new PouchDB('desk', { adapter: 'memory' });
const say = (word) => console.log(JSON.stringify(word));
const seconds = (since) => Math.round((performance.now() - since) / 10) / 100;

function carry(replication, began) {
  let first = null;
  replication
    .on('change', () => { first = first || seconds(began); })
    .on('complete', () => say({ seconds: seconds(began), first_rows_s: first }))
    .on('error', (wrong) => say({ seconds: null, error: String(wrong) }));
}

async function write(path) {
  const texts = JSON.parse(fs.readFileSync(path, 'utf8'));
  await desk.bulkDocs(texts.map((description) => ({ _id: crypto.randomUUID(), category: 'seizure', description })));
  say({ written: texts.length });
}

const options = { batch_size: 500, retry: true };
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [act, path] = line.split(' ');
  if (act === 'pull') carry(copy.replicate.from(remote, options), performance.now());
  if (act === 'push') carry(desk.replicate.to(remote, options), performance.now());
  if (act === 'write') write(path);
});
say({ ready: true });
