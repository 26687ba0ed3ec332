/** The device class of printers (USB Implementers Forum). */
const PRINTER_CLASS = 7;
const CHUNK_BYTES = 16 * 1024;

export function canUseUsb(): boolean {
  return 'usb' in navigator;
}

/** Lets the user choose a printer, which the browser remembers; undefined when none was chosen. */
export async function choosePrinter(): Promise<USBDevice | undefined> {
  return navigator.usb.requestDevice({ filters: [{ classCode: PRINTER_CLASS }] }).catch(() => undefined);
}

/** The printer chosen earlier, if it is plugged in. */
export async function connectedPrinter(): Promise<USBDevice | undefined> {
  if (!canUseUsb()) return undefined;
  const devices = await navigator.usb.getDevices();
  return devices.find((device) => outlet(device) !== undefined);
}

/** Sends everything, or throws. */
export async function printBytes(device: USBDevice, bytes: Uint8Array): Promise<void> {
  const found = outlet(device);
  if (found === undefined) throw new Error('This USB device prints nothing.');
  await device.open();
  try {
    if (device.configuration === null) await device.selectConfiguration(1);
    await device.claimInterface(found.interface_no);
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = Uint8Array.from(bytes.subarray(at, at + CHUNK_BYTES));
      const { status } = await device.transferOut(found.endpoint_no, chunk);
      if (status !== 'ok') throw new Error(`The printer answers ${status}.`);
    }
  } finally {
    await device.close();
  }
}

/** The endpoint that a printer reads from. */
function outlet(device: USBDevice): { interface_no: number; endpoint_no: number } | undefined {
  for (const { interfaces } of device.configurations)
    for (const { interfaceNumber, alternate } of interfaces) {
      const endpoint = alternate.endpoints.find(
        ({ direction, type }) => direction === 'out' && type === 'bulk',
      );
      if (alternate.interfaceClass === PRINTER_CLASS && endpoint !== undefined)
        return { interface_no: interfaceNumber, endpoint_no: endpoint.endpointNumber };
    }
  return undefined;
}
