/** A page of ordinary school text without one pupil's name, full of words and people that share names with pupils. */
export const schoolPage = `
Dear parents and carers,
Will you be able to join us for the Summer Fair on Saturday 14 June? We hope to see as many families as we can. Grace will be said
before lunch, and the art club will show its work in the hall. May half-term is from 26 to 30 May. Mark the date in your diary!
Year 6 have been reading Charlotte's Web and Alice's Adventures in Wonderland. In history we have learnt about Queen Victoria,
King William, Florence Nightingale, Anne Frank and Mary Seacole, and next term we will move on to Henry VIII and Queen Elizabeth.
Mrs Patel's class visited St George's Chapel, and Mr Young took the choir to Victoria Park. Miss Grace is back from her holiday.
Thank you to Ms Olivia Robson for the music, and to the Jack Petchey Foundation for the Jack Petchey Award.
Please bring a drink, a sun hat and a coat in case of rain. The rose garden by St David's Church is open all day. Art and craft tables
will be in Poppy Class and Willow Class. Faith leaders from the town will speak on Thursday. There is joy in learning!
Hill Street will be closed to traffic, so park in West Lane or King Street. The school is on the corner of Amber Road and Wood Lane.
Our values: hope, faith, love, courage, honesty and joy. Be kind. Work hard. Dream big. Be the best you can be.
Sport: our football team won two matches. The match against Holly Lodge School is on Friday. Well done to all the players!
The Prince of Wales sent us a letter. Lily pads and daisy chains filled the pond area. An iris and a violet grew by the brook.
Uniform: white shirt, grey skirt or trousers, black shoes, green jumper. Long hair must be tied back. No jewellery in sport.
Attendance this week: Oak 97 per cent, Ash 96, Rowan 98, Hazel 95. Congratulations to Rowan Class!
School dinners: on Monday jacket potato, on Tuesday chicken pie, on Wednesday fish, on Thursday pasta bake, on Friday ice cream.
After the holiday the Robin group will read Roald Dahl's Matilda, and a penny for the guy will be collected. Harry Potter Day is in March.
`;

/** What walls and clothes say in photos. */
export const wallTexts = [
  'EXIT',
  'FIRE EXIT',
  'WELCOME',
  'Reception',
  'Head Teacher',
  'SUMMER FAIR',
  'MAY DAY',
  'READING CORNER',
  'Be kind',
  'SCHOOL',
  'Year 6',
  'Class 4B',
  'SPORTS DAY 2024',
  'Our Values',
  'Respect',
  'Well done!',
  'Numbers to 100',
  'January',
  'Monday',
  'Nike',
  'ADIDAS',
  'PUMA',
  'COACH',
  'STAFF',
  'VISITOR',
  'Lost property',
  'Push',
  'Pull',
  'Toilets',
  'Boys',
  'Girls',
  'Please close the door',
  'No running',
  'Wash your hands',
  'Science week',
  'Art club',
  'Maths',
  'History',
  'Geography',
  'The Romans',
  'Ancient Egypt',
  'World War II',
  'London 2012',
  'Team GB',
  'England',
  'Wales',
  'Liverpool FC',
  'Arsenal',
  'Hall',
  'Library',
  'Computing',
  'Kitchen',
  'Poster',
  'Clean',
  'Clan',
  'torn',
  'corn',
  'barn',
  'marker',
  'charter',
  'tailor',
  'Dinner',
  'silver',
  'Water',
  'Mr Young',
  'Mrs Patel',
  'Miss Hill',
  '100m',
  '4 x 100',
  'FINISH',
  'START',
  'House points',
  'Star of the week',
  'Pupil of the week',
];
