// A flight beside its ship in perspective on a canvas, by painter's algorithm; no library and no network.
// Axes N as in the data: x along the ship's course, y to starboard, z down; S the same fixed in the ship, B in the aircraft.
"use strict";

const flattopReplay = (() => {
  const COLOURS = {
    skyTop: "#dfe9f1", skyLow: "#f6f9fb", seaFar: "#c4d5e0", seaNear: "#9db8c9", foam: "rgba(255,255,255,0.55)",
    hull: [96, 110, 124], deck: [136, 148, 159], strip: [122, 134, 146], ramp: [128, 140, 152], island: [172, 182, 191],
    body: [240, 243, 246], wing: [250, 251, 252], tail: [226, 92, 60], boom: [225, 230, 235], gear: [60, 68, 76],
    wheel: [30, 34, 40], line: "rgba(255,255,255,0.9)", path: "#c2452d", ahead: "rgba(194,69,45,0.28)",
    shadow: "rgba(20,30,40,0.33)", propeller: "rgba(40,48,56,0.22)",
  };
  const LIGHT = unit([-0.45, -0.55, -0.75]);
  const NEAR = 0.5;

  // Views: what is looked at, from where (azimuth from the bow, or from the nose where it follows; elevation; distance).
  const VIEWS = {
    Chase: { at: "aircraft", follow: true, azimuth: 166, elevation: 8.5, distance: 44 },
    Side: { at: "aircraft", follow: true, azimuth: -78, elevation: 6, distance: 36 },
    Deck: { at: "aircraft", fixed: true },
    Ship: { at: "ship", azimuth: -132, elevation: 15, distance: 2.3 },
    Above: { at: "aircraft", azimuth: 180, elevation: 82, distance: 130 },
  };

  // ---- vectors and rotations -----------------------------------------------------------------------------------
  function dot(a, b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
  function cross(a, b) { return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]; }
  function plus(a, b) { return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]; }
  function minus(a, b) { return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]; }
  function unit(a) { const n = Math.hypot(...a) || 1; return [a[0] / n, a[1] / n, a[2] / n]; }
  function mixed(a, b, share) { return a.map((v, k) => v + share * (b[k] - v)); }

  function fromQuaternion(q) {
    const n = Math.hypot(...q) || 1, [w, x, y, z] = q.map((v) => v / n);
    return [
      [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
      [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
      [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ];
  }

  function fromAngles([roll, pitch, yaw]) {
    const h = [roll / 2, pitch / 2, yaw / 2], [a, b, c] = h.map(Math.cos), [d, e, f] = h.map(Math.sin);
    return fromQuaternion([a * b * c + d * e * f, d * b * c - a * e * f, a * e * c + d * b * f, a * b * f - d * e * c]);
  }

  function turned(rows, p) { return [dot(rows[0], p), dot(rows[1], p), dot(rows[2], p)]; }
  function turnedBack(rows, p) {
    return [0, 1, 2].map((k) => rows[0][k] * p[0] + rows[1][k] * p[1] + rows[2][k] * p[2]);
  }
  function placed(pose, p) { return plus(pose.at, turned(pose.rows, p)); }

  // ---- the scene at a time ---------------------------------------------------------------------------------------
  function sceneAt(tracks, time) {
    const times = tracks.time, last = times.length - 1;
    let low = 0, high = last;
    while (high - low > 1) { const m = (low + high) >> 1; if (times[m] <= time) low = m; else high = m; }
    const share = Math.min(1, Math.max(0, (time - times[low]) / (times[high] - times[low] || 1)));
    const between = (name) => {
      const a = tracks[name][low], b = tracks[name][high];
      return Array.isArray(a) ? mixed(a, b, share) : a + share * (b - a);
    };
    return {
      aircraft: { at: between("position"), rows: fromQuaternion(between("attitude")) },
      ship: { at: between("shipPosition"), rows: fromAngles(between("shipAngles")) },
      index: low, intent: tracks.intent[share < 1 ? low : high],
      read: (name) => between(name),
    };
  }

  // ---- camera -----------------------------------------------------------------------------------------------------
  function cameraFor(view, scene, ship, width, height) {
    const centre = view.at === "ship" ? placed(scene.ship, middleOf(ship)) : scene.aircraft.at;
    const target = [centre[0], centre[1], centre[2] - (view.at === "ship" || view.fixed ? 0 : 0.05 * view.distance)];
    const eye = view.fixed ? placed(scene.ship, besideAim(ship)) : plus(target, orbit(view, ship, scene));
    eye[2] = Math.min(eye[2], -1.5);
    const forward = unit(minus(target, eye)), right = unit(cross([0, 0, 1], forward));
    const away = Math.hypot(...minus(centre, eye)), closer = Math.min(9, Math.max(1.1, away / 45));
    const focal = (view.fixed ? closer * (view.zoom || 1) : 1.25) * Math.min(width, 1.6 * height);
    return { eye, forward, right, down: cross(forward, right), focal, x: width / 2, y: height / 2 };
  }

  function middleOf(ship) { return [(ship.box[0] + ship.box[1]) / 2, (ship.box[2] + ship.box[3]) / 2, -ship.height]; }
  function besideAim(ship) { return [ship.aim[0] - 16, ship.box[2] + 1.5, -ship.height - 4]; }
  function orbit(view, ship, scene) {
    const heading = view.follow ? Math.atan2(scene.aircraft.rows[1][0], scene.aircraft.rows[0][0]) : 0;
    const a = heading + view.azimuth * Math.PI / 180, e = view.elevation * Math.PI / 180;
    const size = view.at === "ship" ? view.distance * 0.5 * Math.min(ship.box[1] - ship.box[0], 400) : view.distance;
    return [size * Math.cos(e) * Math.cos(a), size * Math.cos(e) * Math.sin(a), -size * Math.sin(e)];
  }

  function seen(camera, p) {
    const r = minus(p, camera.eye);
    return [dot(camera.right, r), dot(camera.down, r), dot(camera.forward, r)];
  }
  function onScreen(camera, v) { return [camera.x + camera.focal * v[0] / v[2], camera.y + camera.focal * v[1] / v[2]]; }

  // Points of a polygon in front of the near plane, on the screen (Sutherland and Hodgman's clipping).
  function clipped(camera, points) {
    const v = points.map((p) => seen(camera, p)), kept = [];
    v.forEach((b, k) => {
      const a = v[(k + v.length - 1) % v.length];
      if ((a[2] > NEAR) !== (b[2] > NEAR)) kept.push(mixed(a, b, (NEAR - a[2]) / (b[2] - a[2])));
      if (b[2] > NEAR) kept.push(b);
    });
    return kept.map((p) => onScreen(camera, p));
  }

  // ---- drawing --------------------------------------------------------------------------------------------------
  function fillPath(pen, points) {
    pen.beginPath();
    points.forEach((p, k) => (k ? pen.lineTo(p[0], p[1]) : pen.moveTo(p[0], p[1])));
    pen.closePath();
    pen.fill();
  }

  function normalOf(points) {
    let n = [0, 0, 0];
    points.forEach((p, k) => { n = plus(n, cross(p, points[(k + 1) % points.length])); });
    return unit(n);
  }

  function shaded(rgb, points, eye) {
    let n = normalOf(points);
    if (dot(n, minus(eye, points[0])) < 0) n = n.map((v) => -v);
    const bright = 0.68 + 0.34 * dot(n, LIGHT);
    return `rgb(${rgb.map((v) => Math.round(Math.min(255, v * bright))).join(",")})`;
  }

  function drawFace(pen, camera, points, rgb) {
    const flat = clipped(camera, points);
    if (flat.length < 3) return;
    pen.fillStyle = pen.strokeStyle = shaded(rgb, points, camera.eye);
    pen.lineWidth = 0.6;
    fillPath(pen, flat);
    pen.stroke();
  }

  function distance(camera, points) {
    const middle = points.reduce(plus, [0, 0, 0]).map((v) => v / points.length);
    return dot(minus(middle, camera.eye), minus(middle, camera.eye));
  }

  function drawSorted(pen, camera, faces) {
    faces.map((f) => ({ ...f, far: distance(camera, f.points) })).sort((a, b) => b.far - a.far)
      .forEach((f) => drawFace(pen, camera, f.points, f.rgb));
  }

  function drawLine(pen, camera, points, style, width) {
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.beginPath();
    let before = null;
    for (const p of points) {
      const v = seen(camera, p);
      if (before && (v[2] > NEAR || before[2] > NEAR)) {
        const cut = (a, b) => (a[2] > NEAR ? a : mixed(a, b, (NEAR - a[2]) / (b[2] - a[2])));
        pen.moveTo(...onScreen(camera, cut(before, v)));
        pen.lineTo(...onScreen(camera, cut(v, before)));
      }
      before = v;
    }
    pen.stroke();
  }

  function drawSeaAndSky(pen, camera, width, height, still) {
    const flat = Math.hypot(camera.forward[0], camera.forward[1]);
    const horizon = camera.y - camera.focal * camera.forward[2] / Math.max(flat, 1e-3);
    const sky = pen.createLinearGradient(0, Math.min(horizon, height) - height, 0, Math.min(horizon, height));
    sky.addColorStop(0, COLOURS.skyTop);
    sky.addColorStop(1, COLOURS.skyLow);
    pen.fillStyle = sky;
    pen.fillRect(0, 0, width, height);
    const sea = pen.createLinearGradient(0, horizon, 0, Math.max(height, horizon + 1));
    sea.addColorStop(0, still ? "#d7dccf" : COLOURS.seaFar);
    sea.addColorStop(1, still ? "#bcc6ae" : COLOURS.seaNear);
    pen.fillStyle = sea;
    pen.fillRect(0, Math.max(0, horizon), width, height);
  }

  // Marks on the water that drift aft with the ship's speed: they show how fast and which way everything moves.
  function drawMarks(pen, camera, centre, drift) {
    const step = 40, reach = 14;
    const offset = ((drift % step) + step) % step;
    const x0 = Math.round(centre[0] / step) * step, y0 = Math.round(centre[1] / step) * step;
    for (let i = -reach; i <= reach; i++) {
      for (let j = -reach; j <= reach; j++) {
        const x = x0 + i * step - offset + 9 * Math.sin(3.1 * j), y = y0 + j * step + 11 * Math.sin(1.7 * j + 0.4);
        drawLine(pen, camera, [[x, y, 0], [x - 5, y, 0]], COLOURS.foam, 1);
      }
    }
  }

  function inWorld(pose, points) { return points.map((p) => placed(pose, p)); }

  function drawHull(pen, camera, ship, pose) {
    const faces = (name, list) => list.map((points) => ({ points: inWorld(pose, points), rgb: COLOURS[name] }));
    drawSorted(pen, camera, faces("hull", ship.hull));
    if (turnedBack(pose.rows, minus(camera.eye, pose.at))[2] > -ship.height) return;
    for (const name of ["deck", "strip"]) faces(name, ship[name]).forEach((f) => drawFace(pen, camera, f.points, f.rgb));
    drawSorted(pen, camera, faces("ramp", ship.ramp));
    ship.centre.forEach((dash) => drawLine(pen, camera, inWorld(pose, dash), COLOURS.line, 1.4));
    drawAim(pen, camera, ship, pose);
  }

  function drawAim(pen, camera, ship, pose) {
    const [x, y] = ship.aim, z = -ship.height, r = 3;
    drawLine(pen, camera, inWorld(pose, [[x, y - r, z], [x, y + r, z]]), COLOURS.line, 2.2);
    drawLine(pen, camera, inWorld(pose, [[x - r, y, z], [x + r, y, z]]), COLOURS.line, 2.2);
  }

  function drawIsland(pen, camera, ship, pose) {
    const faces = ship.island.faces.map((points) => ({ points: inWorld(pose, points), rgb: COLOURS.island }));
    drawSorted(pen, camera, faces);
  }

  function isOverDeck(ship, [x, y, z]) {
    return x > ship.box[0] && x < ship.box[1] && y > ship.box[2] && y < ship.box[3] && z < -ship.height + 1;
  }

  // The aircraft's shadow straight below it: on the deck where it is over the deck, else on the water.
  function drawShadow(pen, camera, faces, ship, pose, onDeck) {
    const below = (p) => {
      const l = turnedBack(pose.rows, minus(p, pose.at));
      return onDeck ? placed(pose, [l[0], l[1], -ship.height]) : [p[0], p[1], 0];
    };
    pen.fillStyle = COLOURS.shadow;
    for (const face of faces) {
      const flat = clipped(camera, face.points.map(below));
      if (flat.length > 2 && face.part !== "propeller") fillPath(pen, flat);
    }
  }

  function drawAircraft(pen, camera, faces) {
    const solid = faces.filter((f) => f.part !== "propeller").map((f) => ({ ...f, rgb: COLOURS[f.part] }));
    drawSorted(pen, camera, solid);
    pen.fillStyle = COLOURS.propeller;
    faces.filter((f) => f.part === "propeller").forEach((f) => {
      const flat = clipped(camera, f.points);
      if (flat.length > 2) fillPath(pen, flat);
    });
  }

  // Whether a point is on the far side of a box, seen from the eye: the plane it is furthest outside of tells.
  function isBehind(point, eye, [aft, fore, port, starboard, top]) {
    const outside = (p) => [aft - p[0], p[0] - fore, port - p[1], p[1] - starboard, top - p[2]];
    const of = outside(point), from = outside(eye);
    const plane = of.indexOf(Math.max(...of));
    return of[plane] > 0 && from[plane] < 0;
  }

  function draw(pen, size, state, data) {
    const { ship, tracks } = data, scene = sceneAt(tracks, state.time);
    const camera = cameraFor(state.view, scene, ship, size.width, size.height);
    drawSeaAndSky(pen, camera, size.width, size.height, !ship.moves);
    drawMarks(pen, camera, scene.aircraft.at, data.shipSpeed * state.time);
    const faces = data.aircraft.map((f) => ({ part: f.part, points: inWorld(scene.aircraft, f.points) }));
    const local = (p) => turnedBack(scene.ship.rows, minus(p, scene.ship.at));
    const craft = local(scene.aircraft.at), eye = local(camera.eye);
    const onDeck = isOverDeck(ship, craft);
    const behindHull = isBehind(craft, eye, [...ship.box, -ship.height]);
    const behindIsland = ship.island && isBehind(craft, eye, ship.island.box);
    const aircraft = () => {
      drawPath(pen, camera, tracks, scene.index, scene.aircraft.at);
      drawAircraft(pen, camera, faces);
    };
    if (!onDeck) drawShadow(pen, camera, faces, ship, scene.ship, false);
    if (behindHull) aircraft();
    drawHull(pen, camera, ship, scene.ship);
    if (onDeck) drawShadow(pen, camera, faces, ship, scene.ship, true);
    if (!behindHull && behindIsland) aircraft();
    if (ship.island) drawIsland(pen, camera, ship, scene.ship);
    if (!behindHull && !behindIsland) aircraft();
    return scene;
  }

  function drawPath(pen, camera, tracks, index, now) {
    drawLine(pen, camera, tracks.position.slice(index), COLOURS.ahead, 1.4);
    drawLine(pen, camera, [...tracks.position.slice(0, index + 1), now], COLOURS.path, 1.8);
  }

  // ---- the widget: buttons, slider, read-out, dragging ---------------------------------------------------------
  function start(root, data) {
    const canvas = root.querySelector("canvas"), pen = canvas.getContext("2d");
    const slider = root.querySelector("input[type=range]"), button = root.querySelector("[data-play]");
    const times = data.tracks.time, end = times[times.length - 1];
    const state = { time: data.start, playing: false, rate: 1, view: { ...VIEWS.Chase }, clock: 0 };
    slider.max = end;

    function fitted() {
      const scale = Math.min(window.devicePixelRatio || 1, 2);
      const width = canvas.clientWidth || 900, height = canvas.clientHeight || 500;
      if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
      if (canvas.height !== Math.round(height * scale)) canvas.height = Math.round(height * scale);
      pen.setTransform(scale, 0, 0, scale, 0, 0);
      return { width, height };
    }
    function paint() {
      const scene = draw(pen, fitted(), state, data);
      slider.value = state.time;
      slider.setAttribute("aria-valuetext", `${state.time.toFixed(1)} seconds`);
      show(root, scene, state.time, end, data);
    }
    function tick(now) {
      if (!state.playing) return;
      state.time += state.rate * Math.min(0.1, (now - state.clock) / 1000);
      state.clock = now;
      if (state.time >= end) { state.time = end; playing(false); }
      paint();
      if (state.playing) requestAnimationFrame(tick);
    }
    function playing(on) {
      if (on && state.time >= end) state.time = 0;
      state.playing = on;
      button.textContent = on ? "Pause" : "Play";
      if (on) { state.clock = performance.now(); requestAnimationFrame(tick); }
    }

    button.addEventListener("click", () => playing(!state.playing));
    slider.addEventListener("input", () => { state.time = Number(slider.value); paint(); });
    root.querySelector("select").addEventListener("change", (e) => { state.rate = Number(e.target.value); });
    root.querySelectorAll("[data-view]").forEach((choice) => choice.addEventListener("click", () => {
      state.view = { ...VIEWS[choice.dataset.view] };
      root.querySelectorAll("[data-view]").forEach((b) => b.setAttribute("aria-pressed", String(b === choice)));
      paint();
    }));
    letDrag(canvas, state, paint);
    new ResizeObserver(paint).observe(canvas);
    paint();
    root.dataset.replay = "ready";
  }

  function show(root, scene, time, end, data) {
    const write = (name, text) => { root.querySelector(`[data-read=${name}]`).textContent = text; };
    const number = (name, digits) => { const v = scene.read(name); return (Math.abs(v) < 0.05 ? 0 : v).toFixed(digits); };
    write("time", `${time.toFixed(1)} of ${end.toFixed(1)} s`);
    write("intent", time >= end ? data.outcome : data.intents[Math.round(scene.intent)] || "");
    write("airspeed", `${number("airspeed", 0)} kt`);
    write("deckSpeed", `${number("deckSpeed", 0)} kt`);
    write("height", `${number("height", 1)} m`);
    write("sink", `${number("sink", 1)} m/s`);
    write("attitude", `${number("pitch", 1)}°, ${number("roll", 1)}°`);
  }

  function letDrag(canvas, state, paint) {
    let from = null;
    canvas.addEventListener("pointerdown", (e) => { from = [e.clientX, e.clientY]; canvas.setPointerCapture(e.pointerId); });
    canvas.addEventListener("pointerup", () => { from = null; });
    canvas.addEventListener("pointermove", (e) => {
      if (!from || state.view.fixed) return;
      state.view.azimuth += 0.35 * (e.clientX - from[0]);
      state.view.elevation = Math.min(88, Math.max(1, state.view.elevation + 0.25 * (e.clientY - from[1])));
      from = [e.clientX, e.clientY];
      paint();
    });
    canvas.addEventListener("wheel", (e) => {
      if (!e.ctrlKey && !from && !canvas.matches(":focus")) return;
      e.preventDefault();
      zoom(state.view, Math.exp(0.001 * e.deltaY));
      paint();
    }, { passive: false });
    canvas.addEventListener("keydown", (e) => {
      const turn = { ArrowLeft: [5, 0], ArrowRight: [-5, 0], ArrowUp: [0, 3], ArrowDown: [0, -3] }[e.key];
      const scale = { "+": 0.9, "-": 1.1 }[e.key];
      if (turn && !state.view.fixed) {
        state.view.azimuth += turn[0];
        state.view.elevation = Math.min(88, Math.max(1, state.view.elevation + turn[1]));
      }
      if (scale) zoom(state.view, scale);
      if (turn || scale) { e.preventDefault(); paint(); }
    });
  }

  function zoom(view, factor) {
    if (view.fixed) view.zoom = Math.min(5, Math.max(0.3, (view.zoom || 1) / factor));
    else view.distance = Math.min(2000, Math.max(0.3, view.distance * factor));
  }

  return start;
})();

document.querySelectorAll("[data-scene]").forEach((root) => {
  flattopReplay(root, JSON.parse(document.getElementById(root.dataset.scene).textContent));
});
