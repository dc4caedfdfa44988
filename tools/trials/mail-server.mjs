// A mail server that does as it is told: takes mails, or says to come back later once it has read them.

import { once } from 'node:events';
import { createServer } from 'node:net';

export class MailServer {
  /** `away`, `later` or `takes`. */
  mode = 'away';
  /** To whom mails were taken, one each. */
  taken = [];
  /** How many were told to come back. */
  refused = 0;
  #server;
  #port;
  #sockets = new Set();

  constructor(port) {
    this.#port = port;
  }

  async open(mode) {
    this.mode = mode;
    this.#server = createServer((socket) => this.#serve(socket)).listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close() {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server) await new Promise((closed) => this.#server.close(closed));
  }

  #serve(socket) {
    this.#sockets.add(socket);
    socket.on('error', () => {}).on('close', () => this.#sockets.delete(socket));
    let [heard, inMail, to] = ['', false, []];
    const say = (line) => socket.write(`${line}\r\n`);
    say('220 epreuve.example ESMTP');
    socket.on('data', (bytes) => {
      heard += bytes;
      for (;;) {
        const end = inMail ? '\r\n.\r\n' : '\r\n';
        const at = heard.indexOf(end);
        if (at < 0) return;
        const line = heard.slice(0, at);
        heard = heard.slice(at + end.length);
        if (inMail) {
          inMail = false;
          if (this.mode === 'later') this.refused += 1;
          else this.taken.push(...to);
          say(this.mode === 'later' ? '451 4.3.0 come back later' : '250 taken');
        } else if (/^DATA/i.test(line)) {
          inMail = true;
          say('354 go on');
        } else if (/^MAIL/i.test(line)) {
          to = [];
          say('250 well');
        } else if (/^RCPT/i.test(line)) {
          to.push(line.match(/<(.*)>/)?.[1]);
          say('250 well');
        } else if (/^QUIT/i.test(line)) {
          say('221 bye');
          socket.end();
        } else {
          say('250 well');
        }
      }
    });
  }
}
