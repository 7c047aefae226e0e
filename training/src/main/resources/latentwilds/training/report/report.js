"use strict";
(() => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const single = data.runs.length === 1;
    const byId = (id) => document.getElementById(id);
    const shown = (images) => images.toLocaleString("en") + " images";
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

    // The slider: every run shows its latest grid up to a number of images that all share.
    const stops = [...new Set(data.slides.flat().map((s) => s.images))].sort((a, b) => a - b);
    const slider = byId("at");
    const charts = [];
    let images = stops.length ? stops[stops.length - 1] : 0;

    function show(stop) {
        images = stops[stop];
        slider.value = stop;
        slider.setAttribute("aria-valuetext", shown(images));
        byId("at-images").textContent = "up to " + shown(images);
        data.slides.forEach((slides, run) => {
            const slide = slides.filter((s) => s.images <= images).pop() || slides[0];
            const picture = document.querySelector(`[data-slide="${run}"]`);
            if (slide && picture) {
                picture.src = slide.source;
                document.querySelector(`[data-slide-at="${run}"]`).textContent = "after " + shown(slide.images);
            }
        });
        charts.forEach((chart) => chart.redraw(false));
    }

    function step(by) {
        show(Math.max(0, Math.min(stops.length - 1, Number(slider.value) + by)));
    }

    let playing = 0;
    function play(on) {
        clearInterval(playing);
        playing = on
            ? setInterval(() => (Number(slider.value) === stops.length - 1 ? play(false) : step(1)), 250)
            : 0;
        byId("play").textContent = on ? "Pause" : "Play";
        byId("play").setAttribute("aria-pressed", String(Boolean(on)));
    }

    // The curves.
    const numbers = data.runs.map((name) => name.split("-")[0]);
    const short = new Set(numbers).size === numbers.length ? numbers : data.runs;
    const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3]];

    function smoothed(values, weight) {
        let sum = 0;
        let norm = 0;
        return values.map((value) => {
            if (value == null) {
                return value;
            }
            sum = sum * weight + value * (1 - weight);
            norm = norm * weight + 1 - weight;
            return sum / norm;
        });
    }

    function stroke(chart, series) {
        const labels = [...new Set(chart.series.filter((s) => !s.dashed).map((s) => s.label))];
        const at = Math.max(0, labels.indexOf(series.label));
        const tone = single && !series.dashed ? at : series.run;
        return {
            stroke: () => colour(`--run${tone % 8}`),
            dash: series.dashed ? [3, 4] : single ? [] : dashes[at % dashes.length],
            label: single ? series.label : `${short[series.run]} ${series.label}`,
        };
    }

    function lines(u) {
        const context = u.ctx;
        const { left, top, width, height } = u.bbox;
        const ratio = devicePixelRatio;
        const taken = [];
        const line = (x, dash, tone, text) => {
            const at = Math.round(u.valToPos(x, "x", true));
            if (at < left || at > left + width) {
                return;
            }
            context.strokeStyle = context.fillStyle = tone;
            context.setLineDash(dash.map((d) => d * ratio));
            context.beginPath();
            context.moveTo(at, top);
            context.lineTo(at, top + height);
            context.stroke();
            // Numbers that would lie on each other are left out; the list below has them all.
            if (text && taken.every((other) => Math.abs(other - at) > context.measureText(text).width + 5 * ratio)) {
                context.fillText(text, at + 3 * ratio, top + 10 * ratio);
                taken.push(at);
            }
        };
        context.save();
        context.lineWidth = ratio;
        context.font = `${11 * ratio}px sans-serif`;
        context.textAlign = "left";
        if (stops.length > 1) {
            line(images, [], colour("--line"), "");
        }
        context.globalAlpha = single ? 0.8 : 0.5;
        data.verdicts.forEach((own, run) =>
            own.forEach((at, i) => line(at, [4, 4], colour(single ? "--alarm" : `--run${run % 8}`), String(i + 1))));
        context.restore();
    }

    /** Under a smoothed line, what was measured. */
    function measured(u, index) {
        if (!u.measured || !u.series[index].show) {
            return;
        }
        const context = u.ctx;
        context.save();
        context.globalAlpha = 0.25;
        context.strokeStyle = u.series[index].stroke(u, index);
        context.lineWidth = devicePixelRatio;
        context.beginPath();
        context.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
        context.clip();
        context.beginPath();
        u.measured[index].forEach((value, i) => {
            if (value != null) {
                context.lineTo(u.valToPos(u.measured[0][i], "x", true), u.valToPos(value, u.series[index].scale, true));
            }
        });
        context.stroke();
        context.restore();
    }

    const rounded = (t) => {
        const number = Number(t.toPrecision(6));
        return number !== 0 && Math.abs(number) < 1e-3 ? number.toExponential() : String(number);
    };

    function draw(chart, place) {
        const box = document.createElement("div");
        box.className = "chart";
        const title = document.createElement("h3");
        title.textContent = chart.title;
        const note = document.createElement("p");
        note.className = "note";
        note.textContent = chart.note;
        place.append(box);
        box.append(title);
        const logarithmic = byId("logarithmic").checked && chart.low === undefined
            && chart.series.every((s) => s.y.every((y) => y > 0));
        const table = uPlot.join(chart.series.map((s) => [s.x, s.y]));
        const axis = () => ({
            stroke: () => colour("--soft"),
            grid: { stroke: () => colour("--line"), width: 1 },
            ticks: { stroke: () => colour("--line"), width: 1 },
            font: "12px system-ui, sans-serif",
        });
        const u = new uPlot({
            width: box.clientWidth - 20,
            height: 250,
            legend: { markers: { dash: (plot, i) => (plot.series[i].dash.length ? "dashed" : "solid") } },
            cursor: { sync: { key: "images", setSeries: false }, points: { size: 6 } },
            scales: {
                x: { time: false },
                y: logarithmic ? { distr: 3 } : chart.low === undefined ? {} : { range: [chart.low, chart.high] },
            },
            axes: [
                { ...axis(), size: 32, values: (_, ticks) => ticks.map((t) => (t === 0 ? "0" : t >= 1e6 ? t / 1e6 + " M" : t >= 1000 ? t / 1000 + " k" : t)) },
                { ...axis(), size: 62, values: (_, ticks) => ticks.map((t) => (t == null ? "" : rounded(t))) },
            ],
            series: [
                { label: "images", value: (_, x) => (x == null ? "–" : x.toLocaleString("en")) },
                ...chart.series.map((s) => ({
                    ...stroke(chart, s),
                    width: 1.6,
                    spanGaps: true,
                    points: { show: s.x.length < 30, fill: () => colour("--card") },
                    value: (_, y) => (y == null ? "–" : String(Number(y.toPrecision(4)))),
                })),
            ],
            hooks: { drawAxes: [lines], drawSeries: [measured] },
        }, table, box);
        u.raw = table;
        u.over.addEventListener("click", () => {
            const x = u.posToVal(u.cursor.left, "x");
            if (stops.length) {
                show(stops.reduce((best, s, i) => (Math.abs(s - x) < Math.abs(stops[best] - x) ? i : best), 0));
            }
        });
        new ResizeObserver(() => u.setSize({ width: box.clientWidth - 20, height: 250 })).observe(box);
        if (chart.note) {
            box.append(note);
        }
        charts.push(u);
    }

    function smooth() {
        const weight = Number(byId("smooth").value);
        byId("smooth-is").textContent = weight.toFixed(2);
        charts.forEach((u) => {
            u.measured = weight > 0 ? u.raw : null;
            const { min, max } = u.scales.x;
            u.setData(weight > 0 ? [u.raw[0], ...u.raw.slice(1).map((y) => smoothed(y, weight))] : u.raw);
            if (min != null) {
                u.setScale("x", { min, max });
            }
        });
    }

    function drawAll() {
        charts.splice(0).forEach((u) => u.destroy());
        // One evaluation makes no curve; the table has it.
        const curves = data.metrics.filter((chart) => chart.series.some((s) => s.x.length > 1));
        for (const [id, own] of [["tick-charts", data.ticks], ["metric-charts", curves]]) {
            byId(id).replaceChildren();
            own.forEach((chart) => draw(chart, byId(id)));
        }
        smooth();
    }

    drawAll();
    byId("smooth").addEventListener("input", smooth);
    byId("logarithmic").addEventListener("change", drawAll);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach((u) => u.redraw()));
    if (stops.length > 1) {
        slider.max = stops.length - 1;
        show(stops.length - 1);
        slider.addEventListener("input", () => show(Number(slider.value)));
        byId("play").addEventListener("click", () => {
            if (!playing && Number(slider.value) === stops.length - 1) {
                show(0);
            }
            play(!playing);
        });
        document.addEventListener("keydown", (event) => {
            const arrow = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            const elsewhere = event.target.closest && event.target.closest("input, table, pre, .wide");
            if (arrow && !elsewhere && !event.altKey && !event.ctrlKey && !event.metaKey) {
                step(arrow);
                event.preventDefault();
            }
        });
    } else {
        document.querySelector("#history .bar").hidden = true;
    }
})();
