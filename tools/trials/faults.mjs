// What Préau stands on goes away while people use it, and comes back: the database, the folder of files, the mail server,
// the bucket of S3, the clock. Each answer meanwhile is clear, nothing is half-written, and all goes on afterwards.

export const about = 'what it stands on fails and comes back: only=database,folder,mail,bucket,clock';

const ALL = ['database', 'folder', 'mail', 'bucket', 'clock'];

export const run = async ({ only }, findings) => {
  for (const name of only?.split(',') ?? ALL) {
    const fault = await import(`./faults/${name}.mjs`);
    console.log(`\n=== ${fault.about}`);
    await fault.run(findings);
  }
};
