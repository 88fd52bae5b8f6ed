// PouchDB's server in memory: node pouch_server.js HOST PORT FOLDER; "load FILE" on standard input adds records.
const fs = require('fs');
const readline = require('readline');
const express = require('express');
const PouchDB = require('pouchdb');
PouchDB.plugin(require('pouchdb-adapter-memory'));

const [host, port, folder] = process.argv.slice(2);
process.chdir(folder);
const Memory = PouchDB.defaults({ adapter: 'memory' });
const app = express();
app.use('/', require('express-pouchdb')(Memory, { inMemoryConfig: true, mode: 'minimumForPouchDB', logPath: `${folder}/pouch.log` }));
const alerts = new Memory('alerts');
const say = (word) => console.log(JSON.stringify(word));

async function load(path) {
  const docs = fs.readFileSync(path, 'utf8').trim().split('\n').map((line) => {
    const record = JSON.parse(line);
    return { _id: record.uid || `${record.type}-${record.code}`, ...record };
  });
  for (let at = 0; at < docs.length; at += 500) await alerts.bulkDocs(docs.slice(at, at + 500));
  say({ loaded: docs.length });
}

app.listen(Number(port), host, async () => {
  await alerts.info();
  say({ ready: true });
});
readline.createInterface({ input: process.stdin }).on('line', (line) => load(line.split(' ')[1]));
