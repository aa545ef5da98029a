import type { Pupil } from '../../src/policy/words/people.ts';
import type { Random } from './random.ts';

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

const moreFirstNames =
  'Alexander Alexandra Alfie Alice Anna Anya Austin Bella Benjamin Bethany Bobby Caitlin Cameron Charlotte Connor Daisy ' +
  'Daniel David Edward Eleanor Elijah Eliza Elizabeth Ella Ellie Emily Emma Erin Ethan Eve Finley Finn Frankie Gabriel ' +
  'Grace Gracie Hannah Harley Harrison Holly Hugo Ibrahim Isabella Jacob Jake James Jamie Jayden Jessica Joseph Joshua ' +
  'Jude Kai Katie Lara Leah Lewis Liam Logan Lola Louie Louis Lucas Lucy Luke Maisie Martha Mason Max Megan Michael Millie ' +
  'Mohammed Molly Nancy Nathan Olivia Orla Phoebe Ralph Reuben Riley Robyn Rory Rose Ruby Ryan Samuel Sara Scarlett ' +
  'Sebastian Sienna Sofia Sophie Stanley Summer Thomas Toby Tom Tommy Tyler Victoria Violet William Zac Zara';
const moreLastNames =
  'Adams Ahmed Ali Allen Anderson Atkinson Bailey Baker Barnes Bell Bennett Brown Butler Carter Chapman Collins Cook Cooper ' +
  'Cox Dixon Edwards Ellis Fisher Foster Fox Gibson Gill Graham Grant Gray Green Griffiths Hall Harris Harrison Harvey Hill ' +
  'Holmes Howard Hughes Hunt Hunter Hussain Jackson James Jenkins Johnson Kennedy King Knight Lee Lewis Lloyd Marshall ' +
  'Martin Mason Matthews Miller Mills Mitchell Moore Morgan Morris Morrison Murray Owen Palmer Parker Phillips Powell ' +
  'Price Reid Reynolds Richards Richardson Roberts Rogers Rose Russell Scott Shaw Simpson Smith Stevens Stewart Taylor ' +
  'Thomas Turner Walker Walsh Ward Watson Webb White Wilkinson Wilson Wood Wright Young';

/** 200 other invented pupils, drawn from many common names by chance. */
export function drawnRoll(random: Random): Pupil[] {
  const firsts = `${firstNames} ${moreFirstNames}`.split(' ');
  const lasts = `${lastNames} ${moreLastNames}`.split(' ');
  return Array.from({ length: 200 }, (_, index) => ({
    id: `P${String(index + 1).padStart(3, '0')}`,
    name: { first: random.pick(firsts), last: random.pick(lasts), others: [] },
    siblings: [],
  }));
}
