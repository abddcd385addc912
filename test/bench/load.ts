import { Agent, get } from 'node:http';

/** A page as it comes over one of the agent's connections, which are kept. */
const fetchPage = (agent: Agent, address: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        response.statusCode === 200 ? resolve(body) : reject(new Error(`${address} answers ${response.statusCode}`)),
      );
    }).on('error', reject);
  });

/** One client with so many connections to this machine. */
export function openLoad(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    page: (address: string) => fetchPage(agent, address),
    /** Asks for a page so many times, on every connection at once; requests a second. */
    rate: async (address: string, requests: number): Promise<number> => {
      let left = requests;
      const began = performance.now();
      const ask = async () => {
        while (left-- > 0) await fetchPage(agent, address);
      };
      await Promise.all(Array.from({ length: connections }, ask));
      return (requests / (performance.now() - began)) * 1000;
    },
    close: () => agent.destroy(),
  };
}
