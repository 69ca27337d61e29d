const valueOf = (argv, name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);

export const datasourceUrl = (argv) => JSON.parse(valueOf(argv, "--datasource") ?? "{}").url ?? "postgresql://none:none@127.0.0.1:1/none";

/** A schema folder arrives as several values after one flag, or as the flag repeated. */
export function datamodelFiles(argv) {
  const files = [];
  let reading = false;
  for (const word of argv) {
    if (word.startsWith("--")) reading = /^--datamodels?$/.test(word);
    else if (reading) files.push(...word.split(","));
  }
  return files;
}

/** Taken apart, because a connection string wins over `database` and the shadow would reach the main database. */
export function connectionFields(url) {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    database: decodeURIComponent(pathname.slice(1)),
    max: 1,
    options: "-c timezone=UTC -c search_path=public",
  };
}
