// A tus server that keeps files in a folder: node tus_server.js HOST PORT FOLDER.
const { Server } = require('@tus/server');
const { FileStore } = require('@tus/file-store');

const [host, port, folder] = process.argv.slice(2);
const server = new Server({ path: '/files', datastore: new FileStore({ directory: `${folder}/kept` }) });
server.listen({ host, port: Number(port) }, () => console.log(JSON.stringify({ ready: true })));
