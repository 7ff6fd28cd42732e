// experiment: cache distances per dataset
import pl from "nodejs-polars";
import { openEngine } from "@lib/model/open_engine.ts";
import { clampInput, distances } from "@lib/detect/distance.ts";
const [dir, m, W="10", H="64", AIM="3000", seed="1"] = Deno.args;
function load(path: string) {
  const df = pl.readParquet(path);
  const cols = df.columns.filter((c)=>!["timestamp","label","host","server-up"].includes(c));
  const n = df.height;
  const up = df.columns.includes("server-up") ? df.getColumn("server-up").toArray().map((v:any)=>v===0?0:1) : Array(n).fill(1);
  const data = cols.map((c)=>{ const a = Float64Array.from(df.getColumn(c).toArray() as any, (v:any)=>v==null?NaN:Number(v)); return a; });
  const ts = df.getColumn("timestamp").toArray().map((v:any)=>+v);
  const label = df.columns.includes("label") ? df.getColumn("label").toArray().map(Number) : null;
  return { cols, n, up, data, ts, label };
}
const tr = load(`${dir}/${m}.train.parquet`), te = load(`${dir}/${m}.test.parquet`);
const keep = tr.cols.map((_,j)=>j).filter((j)=>{ const v=tr.data[j]!.filter(Number.isFinite); const lo=v.reduce((a,b)=>Math.min(a,b),Infinity), hi=v.reduce((a,b)=>Math.max(a,b),-Infinity); return hi>lo && (hi-lo)>1e-9*Math.abs(hi);});
const names = keep.map((j)=>tr.cols[j]!); const F = keep.length;
const L = +W; const n=tr.n; const g=L; const usable=n-2*g; const fit={start:0,end:Math.floor(usable*0.7)}; const stop={start:fit.end+g,end:fit.end+g+Math.floor(usable*.15)}; const cal={start:stop.end+g,end:n};
const min = keep.map((j)=>tr.data[j]!.subarray(0,fit.end).filter(Number.isFinite).reduce((a,b)=>Math.min(a,b),Infinity));
const rng = keep.map((j,f)=>Math.max(1e-12, tr.data[j]!.subarray(0,fit.end).filter(Number.isFinite).reduce((a,b)=>Math.max(a,b),-Infinity)-min[f]!));
const scaled = (d: ReturnType<typeof load>) => { const o=new Float32Array(d.n*F); for(let t=0;t<d.n;t++) for(let f=0;f<F;f++) o[t*F+f]= d.up[t]===0?NaN:(d.data[d.cols.indexOf(names[f]!)]![t]!-min[f]!)/rng[f]!; return o; };
const ends = (v: Float32Array, r:{start:number,end:number}) => { const o:number[]=[]; let run=0; for(let t=r.start;t<r.end;t++){ let ok=true; for(let f=0;f<F;f++) if(Number.isNaN(v[t*F+f]!)) ok=false; run = ok?run+1:0; if(run>=L) o.push(t+1);} return Int32Array.from(o); };
const { engine } = await openEngine("auto");
const a = scaled(tr), b = scaled(te); const ca = clampInput(a);
const set=(r:any)=>({values:ca,features:F,length:L,ends:ends(a,r)});
const fs=set(fit); const spe=Math.ceil(fs.ends.length/64); const epochs=Math.min(100,Math.max(10,Math.ceil(+AIM/spe)));
const t0=performance.now();
const trained = await engine.train(fs,set(stop),{hidden:+H,epochs,batchSize:64,learningRate:1e-3,patience:10,seed:+seed});
const secs=(performance.now()-t0)/1000;
console.error(engine.name, m,"F",F,"windows",fs.ends.length,"epochs",trained.losses.length,"/",epochs,"best",trained.bestEpoch,trained.losses[trained.bestEpoch-1], secs.toFixed(1)+"s", (fs.ends.length*trained.losses.length/secs).toFixed(0)+" w/s");
const ae = await engine.load(trained.bytes);
const run = async (v: Float32Array, n:number)=>{ const e=ends(v,{start:0,end:n}); const r=await ae.reconstructLast({values:clampInput(v),features:F,length:L,ends:e}); return distances({scaled:v,reconstructed:r,ends:e,imputed:new Uint8Array(v.length),features:F}).distance; };
const dtr=await run(a,tr.n), dte=await run(b,te.n);
Deno.mkdirSync("/tmp/exp",{recursive:true});
const out = `/tmp/exp/${m}`;
Deno.writeFileSync(out+".tr.f32", new Uint8Array(dtr.buffer)); Deno.writeFileSync(out+".te.f32", new Uint8Array(dte.buffer));
Deno.writeFileSync(out+".trx.f32", new Uint8Array(a.buffer)); Deno.writeFileSync(out+".tex.f32", new Uint8Array(b.buffer));
Deno.writeTextFileSync(out+".json", JSON.stringify({names,F,fit,stop,cal,ts:te.ts,trts:tr.ts,label:te.label,n:tr.n,m:te.n, up:te.up}));
