// Which lines between states the map draws dashed. A dashed line says only that the states named, or others, do not
// agree on it; the map takes no side, fills no state and names none. The lines themselves are Natural Earth's, which
// draws who holds the ground. Claims without a line in its data (Abkhazia, South Ossetia, Transnistria, the Donbas,
// Nagorno-Karabakh, the Golan's eastern foot, Aksai Chin's inner side, islands) are not drawn at all.

// Each row: two states by their names in the data ("*" is any), why, and where only a part of their line is disputed,
// the box that holds it: [west, south, east, north] in degrees.
const DISPUTES = [
  ["Israel", "Palestine", "the armistice lines of 1949 around the West Bank and Gaza"],
  ["Egypt", "Palestine", "Gaza's line with Egypt, on which Palestine's borders are not settled"],
  ["Israel", "Syria", "the Golan Heights: the line of 1974"],
  ["Israel", "Lebanon", "the Blue Line of 2000, a line of withdrawal; the Shebaa farms"],
  ["Morocco", "W. Sahara", "Western Sahara"],
  ["Kosovo", "Serbia", "Kosovo's independence"],
  ["Cyprus", "N. Cyprus", "the Green Line"],
  ["Somalia", "Somaliland", "Somaliland's independence"],
  ["India", "Pakistan", "Jammu and Kashmir: the working boundary and the Line of Control", [73, 32.3, 78, 37.5]],
  ["China", "India", "Aksai Chin, the Line of Actual Control, Arunachal Pradesh"],
  ["China", "Pakistan", "the Shaksgam valley; India claims both sides"],
  ["*", "Siachen Glacier", "the Siachen glacier"],
  ["Bhutan", "China", "Doklam and other valleys"],
  ["India", "Nepal", "Kalapani and Susta", [80, 29.8, 81.1, 30.6]],
  ["North Korea", "South Korea", "the military demarcation line of 1953"],
  ["Russia", "Ukraine", "the isthmus of Perekop: Crimea, which Russia annexed in 2014", [32, 44, 36.9, 46.4]],
  ["S. Sudan", "Sudan", "Abyei and other areas"],
  ["Egypt", "Sudan", "the Hala'ib triangle and Bir Tawil"],
  ["Ethiopia", "Sudan", "al-Fashaga", [35.5, 12.5, 37, 14.5]],
  ["Kenya", "S. Sudan", "the Ilemi triangle"],
  ["Eritrea", "Ethiopia", "Badme and the ruling of 2002"],
  ["Djibouti", "Eritrea", "Ras Doumeira"],
  ["Guyana", "Venezuela", "the Essequibo"],
  ["Guyana", "Suriname", "the New River triangle", [-58.5, 1.5, -56, 3.6]],
  ["Belize", "Guatemala", "Guatemala's claim"],
  ["Cambodia", "Thailand", "Preah Vihear and other temples", [102.3, 14, 105.3, 14.8]],
];

// Lines inside one state that the data draw as if between two.
const UNDRAWN = [["China", "Hong Kong"], ["China", "Macao"]];

const isPair = ([one, other], a, b) =>
  (one === a && other === b) || (one === b && other === a) || (one === "*" && (other === a || other === b));

/** Whether the line between states `a` and `b` is drawn at all. */
export const isDrawn = (a, b) => !UNDRAWN.some((pair) => isPair(pair, a, b));

/** Whether the line between `a` and `b` is disputed at a place, [longitude, latitude] in degrees. */
export const isDisputed = (a, b, [longitude, latitude]) =>
  DISPUTES.some((row) => {
    const [west, south, east, north] = row[3] ?? [-180, -90, 180, 90];
    const isInside = west <= longitude && longitude <= east && south <= latitude && latitude <= north;
    return isPair(row, a, b) && isInside;
  });
