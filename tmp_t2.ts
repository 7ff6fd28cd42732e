import { openEngine } from "./lib/model/open_engine.ts";
const T=Number(Deno.args[1]??10), F=22, H=64, N=Number(Deno.args[2]??2048);
const steps=N+T; const values=new Float32Array(steps*F);
for(let t=0;t<steps;t++)for(let f=0;f<F;f++)values[t*F+f]=0.5+0.4*Math.sin(t/(3+f));
const ends=Int32Array.from({length:N},(_, i)=>i+T);
const all={values,features:F,length:T,ends};
const stop={...all,ends:ends.slice(0,256)};
for (const c of Deno.args[0].split(",") as any[]) {
const t00=performance.now();
const {engine,why}=await openEngine(c);
console.log(c, engine.name, engine.version, why, 'open ms', (performance.now()-t00).toFixed(0));
const {memory}= await import("@tensorflow/tfjs");
const m0=memory().numTensors;
let calls=0, maxgap=0,last=performance.now(); const iv=setInterval(()=>{const n=performance.now();maxgap=Math.max(maxgap,n-last);last=n;},1);
const t0=performance.now();
const tm=await engine.train(all,stop,{hidden:H,epochs:3,batchSize:64,learningRate:1e-3,patience:5,seed:1},()=>calls++);
let s=(performance.now()-t0)/1e3; clearInterval(iv);
console.log('train windows/s', (3*N/s).toFixed(0), JSON.stringify(tm.losses), tm.bestEpoch, 'calls',calls,'maxgap',maxgap);
const ae=await engine.load(tm.bytes);
await ae.reconstructLast(stop);
const t1=performance.now(); const r=await ae.reconstructLast(all); s=(performance.now()-t1)/1e3;
console.log('score windows/s', (N/s).toFixed(0), r.slice(0,3));
ae.dispose(); console.log('leak', memory().numTensors-m0);
const tm2=await engine.train(all,stop,{hidden:H,epochs:1,batchSize:64,learningRate:1e-3,patience:5,seed:1});
const tm3=await engine.train(all,stop,{hidden:H,epochs:1,batchSize:64,learningRate:1e-3,patience:5,seed:1});
console.log('same', tm2.bytes.weights.every((v,i)=>v===tm3.bytes.weights[i]));
}
