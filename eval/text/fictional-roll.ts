import type { Pupil } from '../../src/policy/words/people.ts';

const firstNames =
  'Amelia Oliver Isla George Ava Noah Mia Arthur Ivy Muhammad Lily Leo Freya Oscar Florence Harry Aisha Archie Evie Henry ' +
  'Zoë Theo Poppy Freddie Willow Jack Rosie Charlie Siân Rhys Carys Dylan Ffion Owain Nia Gethin Zofia Jakub Oliwia ' +
  'Kacper Maja Antoni Fatima Ibrahim Zainab Yusuf Maryam Hamza Priya Arjun Ananya Rohan Diya Kavya Mei Jun Xinyi ' +
  'Haoran Chloe Adebayo Chiamaka Kwame Amara Tunde Niamh Seán Aoife Cormac Saoirse Eilidh Callum Morag Hamish Elodie ' +
  'José Inés Luca Giulia Matteo Anaïs Björn Freja Dmitri Katya Georgiou Eleni Tariq Layla Omar Noor Ezra Miriam Isaac ' +
  'Tabitha Barnaby Clementine Rupert Beatrix Felix Harriet Jasper Imogen Wilfred Matilda Rafferty';
const lastNames =
  "Clarke Robinson Thompson O'Neill Khan Begum Patel Singh Kaur Hussain Williams Jones Davies Evans Llewellyn Pritchard " +
  'Kowalska Nowak Wisniewski Zielinska Chen Wang Zhang Nguyen Okafor Adeyemi Mensah Boateng Murphy Kelly Gallagher ' +
  'MacDonald Campbell Fraser Fernández García Rossi Bianchi Lindqvist Petrov Papadopoulos Rahman Cohen Goldberg ' +
  'Featherstonehaugh Ashworth Bradshaw Whitfield Pemberton Hargreaves Smith-Jones Fletcher Sutcliffe Abernathy';

/**
 * 200 invented pupils of many origins; first names recur, and the surnames differ then. With pupils who are called by a
 * short name.
 */
export function fictionalRoll(): Pupil[] {
  const [firsts, lasts] = [firstNames.split(' '), lastNames.split(' ')];
  return Array.from({ length: 200 }, (_, index) => ({
    id: `P${String(index + 1).padStart(3, '0')}`,
    name: {
      first: firsts[index % firsts.length]!,
      last: lasts[(index * 7 + Math.floor(index / firsts.length) * 13) % lasts.length]!,
      others: [],
    },
    siblings: [],
  }));
}
