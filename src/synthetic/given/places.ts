/** Invented places; no clinic of these names is meant. */
// biome-ignore format: five a line
export const PLACES = [
  "Alder Creek", "Amberfield", "Ash Hollow", "Birchwater", "Blue Heron",
  "Brackenridge", "Cedar Bend", "Clearbrook", "Copper Hill", "Cottonwood",
  "Dovecote", "Eastmoor", "Elm Crossing", "Fernleigh", "Foxglove",
  "Garnet Falls", "Goldenrod", "Granite Bay", "Harrow Lane", "Hawthorn",
  "Hazelmere", "Heron Point", "Ironwood", "Juniper Flats", "Kestrel Ridge",
  "Larkspur", "Linden Park", "Long Meadow", "Maple Hollow", "Marsh Harbor",
  "Millrace", "Mossy Oak", "Nettle Green", "Northgate", "Otter Lake",
  "Pebble Shore", "Pinecrest", "Quail Run", "Red Clover", "Rowan Street",
  "Saltgrass", "Silver Birch", "Stonebridge", "Sycamore", "Tamarack",
  "Thistledown", "Upper Weir", "Willow Bank", "Windermoor", "Yarrow Hill",
] as const;
