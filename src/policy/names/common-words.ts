const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names, first or last, that are ordinary words as well: alone they need a badge, and always a capital. */
export const nameWords = setOf(`
amber angel april art ash ashes august aurora autumn bailey baker ball banks bar barber barker barn baron bass bay beach bean bear bell berry best bill
bird bishop black blue bond book booker bowl bowler boy boys bridge bright brook brooks brown buck bull burn burns bush butcher butler can cane cape
care carol cart carter carver case cash castle chance chase cherry christian clay clear cliff cloud clover coal cole coles colt cook cooper coral
corn cotton court cove crane cross crow crown daisy dale dance day days dawn deal dean deer destiny dill dove down drake drew drum duke dust dyer
earl early east eden ember england english ever faith fair faith farmer fern field fields finch fish fisher fleet flora flower flowers foot ford
forest forester fox frank free freedom french friend frost fuller garden gardener garland gay gentle ginger glass glover gold golden good grace grand
grant grass grave graves gray green grey grove guy hail hale hall ham hand hands hardy harmony hart harvest haven hawk hay hazel head heart heath
heather heaven herb hero hill hills holiday holly holt home hood hook hope horn house hunt hunter iris irish iron ivory ivy jade jasmine jay jazz
jet job jolly joy jude judge june junior juniper just justice keen key king kings kit knight lake lamb lane lark last laurel law leaf lee legend lemon
levy liberty light lily little lock london long lord love low luck lucky lynx major man maple march marina marine mark marks marsh marshal
martin mason master masters may mead meadow melody merit mercy merry miles mill miller mills mint miss mole moon moor moss mount myrtle
nelson new newman noble noel nice north nova oak oakley ocean olive only opal orange page pain palm paris park parker parks parson parsons
pat patience pearl pears penny pepper petal piper pitt plum pool poole pope poppy porter post pot potter power precious price pride prince
prior prosper pure quick rain raven ray read reader reed reef reeve reign rice rich river rivers robin rock rod root rose rosemary rowan
royal ruby rue rush sage sailor sandy sands savage saxon scarlet sea seal self serenity shade sharp shaw shell shepherd shield shore short silver
singer sky skye slate small smart smith snow solo song south spear spring star stark starling steel stem stern still stock stone storm story
strange street strong sue summer summers sun sunny swan sweet swift tailor tanner temple thorn thyme tiger tiller timber topaz
town trinity trip true trust tucker turner unity valentine van venus victor victory vine viola violet wade wales walker wall walls ward
warden warner waters way ways weaver webster well wells welsh west wheeler white whitehead wild wilder will willow wills win winter winters
wise wolf wong wood woods worth wren wright yard yates york young zion`);

/** Other words that print on school walls often holds and that lie close to names; never taken as a misread name. */
export const ordinaryWords = setOf(`
a about above after again all also always am an and any are around as at award awards away back be because been before being below best better big
body bold book books born both boy boys bring burn but by call came can card care caring change charter children choir clan class clean clear close club coach college
come community corner could creative cup curious dairy dark daily danger date dear desk dinner do does door dream drink drop each early eat end
english enjoy entrance entry eve event every everyone exit fair fall family fast feel final find fire first five follow food football for four
friday friends from fun game games girl girls give go goal goals good great group had half happy has have he hear heart hello help her here him
his history hockey home homework honest horn how i if in inside into is it its join journey jump just keep kind kindness know lead leader leaders
learn learning let library lie line lion listen live local look lost love lunch made magic main make many march marker maths meet monday more morning most
move much music must my name names nature near need never new news next nice no not november now nurse october of off office old on one only open
or other our out over own paint parents part people pe person plan play players please poetry poster pupil pupils push put quiet race read
reading ready red respect rest room rule rules run safe said sale same saturday saw say school science sea season see september share she should
show silence sing sit six so some south space special sport sports spring staff star start state step stop story student students such summer sunday
swim swimming table take talk tall teacher team ten term thank thanks that the their them then there these they thing think this three thursday time
tin to today together torn toilet toilets top touch town train trip try tuesday turn two under up use very visitor visitors wait walk wall want warm was wash
water way we wednesday week welcome well were what when where which while who why wide will window winner winners with word words work world worn would
write year years yes yesterday you your zone january february april june july august december miss sir mrs mr house captain day
congratulations certificate prefect presented awarded achievement`);

/** Words on badges beside the name. They do not count when a text is judged short. */
export const badgeWords = setOf(`
hello hi hey my name is i im am class year form team group house captain vice deputy head boy girl prefect pupil student visitor member school
council councillor monitor buddy buddies leader age aged player goalkeeper coach star of the week reception nursery mr mrs ms miss img dsc dscn dscf pic
photo image copy edit edited final scan whatsapp screenshot jpg jpeg png heic by for to from and a ac
helo shwmae fy enw i yw ydw dosbarth blwyddyn grwp tim capten disgybl seren yr y wythnos oed gan`);

/** Behind the class, team or house of a pupil they say what the pupil is there. */
export const roleWords = setOf(
  `captain vice deputy head leader monitor councillor prefect member player rep representative ambassador capten`,
);

/** Before a name they say that no pupil is meant: titles, saints, monarchs, places. */
export const wordsBeforeOthers = setOf(`
mr mrs ms miss mx dr sir dame prof professor rev reverend st saint san santa king queen prince princess lady lord duke duchess emperor lake mount
port union uncle auntie aunt grandma granny president pope hurricane storm the a an
syr sant santes brenin brenhines tywysog tywysoges arglwydd ysgol gwyl eglwys capel stryd heol ffordd llyn castell neuadd theatr`);

/** Behind a name they say that a place, a day or a thing is meant. */
export const wordsAfterThings = setOf(`
street road avenue lane close drive way house school academy college hall park church chapel cathedral station square hospital day cup trust award awards
week term fair fayre centre library theatre stadium bridge hill island bay beach gardens class team group club castle museum primary secondary street
building block room lake river wood farm inn hotel arms festival holiday half market court grove green terrace crescent sponge pudding tree trees sant`);

/** In front of a word that is a name as well, these make it a name: 'well done Grace', 'da iawn Grace'. */
export const wordsBeforeNames = setOf(
  `done congratulations congrats bravo called named hello hi dear pupil student by iawn llongyfarchiadau helo shwmae annwyl yw disgybl gan`,
);

/** What makes a name of a word behind 'to', 'from' and the Welsh for 'to': 'awarded to Grace', 'llongyfarchiadau i Grace'. */
export const wordsBeforeTo: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['to', setOf(`awarded presented given goes congratulations thanks`)],
  ['from', setOf(`love`)],
  ['i', setOf(`cyflwynwyd rhoddwyd llongyfarchiadau diolch`)],
]);

/** Behind a word that is a name as well, at the beginning of a sentence, only a person does this: 'Poppy scored'. */
export const deedsOfPeople = setOf(
  `won scored ran played wore received sang swam jumped danced smiled loved enjoyed helped shared finished beat represented achieved earned
  completed baked painted wrote`,
);

/** Of the words that are names as well, those that say when something is: 'May and June', 'Summer or Autumn'. */
export const timesOfYear = setOf(`april may june august spring summer autumn winter`);

/** Parts of family names that are no name by themselves. */
export const particles = setOf(
  `de da di do dos das del della la le les van von der den ter ten bin ibn bint binti al el ul ur ud ap ab ferch mac mc o st y e`,
);
