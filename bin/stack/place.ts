const PORT_BASE_MIN = 1024;

/** Ports and data folder as the environment sets them. Exits with a sentence if the port base is out of range. */
export function placeFromEnvironment(portBaseMax = 65_000): { portBase: number; dataDir: string } {
  const { SEONMUL_PORT_BASE = '4000', SEONMUL_DATA = '.data' } = process.env;
  const portBase = Number(SEONMUL_PORT_BASE);
  if (!Number.isInteger(portBase) || portBase < PORT_BASE_MIN || portBase > portBaseMax) {
    console.error(`SEONMUL_PORT_BASE must be a whole number from ${PORT_BASE_MIN} to ${portBaseMax}.`);
    process.exit(2);
  }
  return { portBase, dataDir: SEONMUL_DATA };
}
