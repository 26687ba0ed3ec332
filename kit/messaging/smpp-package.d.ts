/** As much of the package `smpp` as is used here; it brings no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  export type ShortMessage = { udh?: Buffer | Buffer[]; message: string | Buffer };

  export interface PDU {
    command: string;
    command_status: number;
    sequence_number: number;
    system_id: string;
    password: string;
    source_addr: string;
    destination_addr: string;
    esm_class: number;
    data_coding: number;
    registered_delivery: number;
    short_message: ShortMessage;
    message_id: string;
    receipted_message_id?: string | Buffer;
    message_state?: number;
    response(fields?: Record<string, unknown>): PDU;
  }

  export interface Session extends EventEmitter {
    send(pdu: PDU, responded?: (pdu: PDU) => void): boolean;
    bind_transceiver(fields: Record<string, unknown>, responded: (pdu: PDU) => void): void;
    submit_sm(fields: Record<string, unknown>, responded: (pdu: PDU) => void): void;
    deliver_sm(fields: Record<string, unknown>, responded: (pdu: PDU) => void): void;
    unbind(responded?: () => void): void;
    pause(): void;
    resume(): void;
    close(closed?: () => void): void;
    destroy(): void;
  }

  export type SmppServer = Server & { sessions: Session[] };

  const smpp: {
    connect(options: { url: string; auto_enquire_link_period?: number }): Session;
    createServer(options: Record<string, unknown>, onSession: (session: Session) => void): SmppServer;
    ESME_ROK: number;
    ESME_RBINDFAIL: number;
    ESME_RTHROTTLED: number;
    ESME_RMSGQFUL: number;
    ESME_RX_T_APPN: number;
  };
  export default smpp;
}
