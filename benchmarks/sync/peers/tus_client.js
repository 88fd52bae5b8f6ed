// All files at once to a tus server: node tus_client.js URL FILE…; begins at the first line on standard input.
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const tus = require('tus-js-client');

const [url, ...files] = process.argv.slice(2);
const contents = files.map((file) => [path.basename(file), fs.readFileSync(file)]);
const say = (word) => console.log(JSON.stringify(word));
const delays = [0, 1000, 3000, ...Array(100).fill(5000)];

function send([filename, content]) {
  return new Promise((done, failed) => {
    const options = { endpoint: `${url}/files`, retryDelays: delays, metadata: { filename }, onSuccess: done, onError: failed };
    new tus.Upload(content, options).start();
  });
}

readline.createInterface({ input: process.stdin }).once('line', async () => {
  const began = performance.now();
  try {
    await Promise.all(contents.map(send));
    say({ seconds: Math.round((performance.now() - began) / 10) / 100 });
  } catch (wrong) {
    say({ seconds: null, error: String(wrong) });
  }
});
say({ ready: true });
